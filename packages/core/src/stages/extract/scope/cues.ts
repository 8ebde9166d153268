import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { matchPhrase, type PhraseBook, phraseBook } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'

const CUES = [
  'since',
  'accumulate',
  'point',
  'war',
  'record',
  'spread',
  'plural',
  'hours',
  'forecast',
  'deny',
  'attacks',
] as const
/** What a word around a claim says of its number: see the head of `scope.tsv`. */
export type Cue = (typeof CUES)[number]

/** Compiles `scope.tsv`; throws a RangeError that names a row it can't read. */
export const compileCues = (lexicon: Lexicon): PhraseBook<Cue> =>
  phraseBook(
    lexicon.table('scope').map((row) => {
      const cue = CUES.find((known) => known === row.cue)
      if (cue === undefined)
        throw new RangeError(`lexicons/${lexicon.language}/scope.tsv: "${row.words}" has no cue "${row.cue}"`)
      return [row.words ?? '', cue] as const
    }),
  )

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
