import { matchPhrase } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'
import type { Cue } from './cues.ts'

/** A cue and the tokens it covers. */
export interface FoundCue {
  readonly cue: Cue
  readonly at: number
  /** Exclusive end. */
  readonly end: number
  readonly length: number
}

/** The cues of each sentence of a text, by the sentence's index; sentences without any are left out. */
export const findCues = (view: View, sentences: ReadonlySet<number>): ReadonlyMap<number, readonly FoundCue[]> => {
  const found = new Map<number, FoundCue[]>()
  for (const index of sentences) {
    const sentence = view.text.sentences[index]
    if (sentence === undefined) continue
    const cues: FoundCue[] = []
    for (let i = sentence.first; i < sentence.last; i++) {
      const match = matchPhrase(view.words.cues, view.tokens, i, sentence.last)
      if (match === null) continue
      cues.push({ cue: match.value, at: i, end: i + match.length, length: match.length })
      i += match.length - 1
    }
    if (cues.length > 0) found.set(index, cues)
  }
  return found
}
