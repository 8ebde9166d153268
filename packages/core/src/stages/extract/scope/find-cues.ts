import { phrasesIn } from '../words/phrase-book.ts'
import { is, type View } from '../words/view.ts'
import type { Cue } from './cues.ts'

/** A cue and the tokens it covers. */
export interface FoundCue {
  readonly cue: Cue
  readonly at: number
  /** Exclusive end. */
  readonly end: number
  readonly length: number
  /** It ends in a relative pronoun: what follows is told of it. */
  readonly relative: boolean
}

/** The cues of each sentence of a text, by the sentence's index; sentences without any are left out. */
export const findCues = (view: View, sentences: ReadonlySet<number>): ReadonlyMap<number, readonly FoundCue[]> => {
  const found = new Map<number, FoundCue[]>()
  for (const index of sentences) {
    const sentence = view.text.sentences[index]
    if (sentence === undefined) continue
    const cues = phrasesIn(view.words.cues, view.tokens, sentence.first, sentence.last)
    if (cues.length > 0)
      found.set(
        index,
        cues.map(({ value, at, end }) => ({
          cue: value,
          at,
          end,
          length: end - at,
          relative: is(view, end - 1, 'relative'),
        })),
      )
  }
  return found
}
