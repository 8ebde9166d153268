import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { wordFact } from '../../../text/word-fact.ts'
import type { NumberWords } from '../numbers/number-words.ts'
import { type PhraseBook, phraseBook } from '../words/phrase-book.ts'

const CUES = [
  'since',
  'accumulate',
  'span',
  'earlier',
  'point',
  'war',
  'strife',
  'record',
  'spread',
  'series',
  'one',
  'plural',
  'hours',
  'forecast',
  'habit',
  'deny',
  'untrue',
  'attacks',
  'running',
  'campaign',
  'fight',
  'length',
  'single',
  'current',
  'sites',
  'way',
] as const
/** What a word around a claim says of its number: see the head of `scope.tsv`. */
export type Cue = (typeof CUES)[number]

/** Compiles `scope.tsv`, where `<number>` is any number word or digits; throws a RangeError that names a row it can't read. */
export const compileCues = (lexicon: Lexicon, numbers: NumberWords): PhraseBook<Cue> =>
  phraseBook(
    lexicon.table('scope').map((row) => {
      const cue = CUES.find((known) => known === row.cue)
      if (cue === undefined)
        throw new RangeError(`lexicons/${lexicon.language}/scope.tsv: "${row.words}" has no cue "${row.cue}"`)
      return [row.words ?? '', cue] as const
    }),
    { number: wordFact(({ lower }) => /^[0-9]+$/.test(lower) || numbers.single.has(lower)) },
  )
