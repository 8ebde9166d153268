import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { wordFact } from '../../../text/word-fact.ts'
import type { NumberWords } from '../numbers/number-words.ts'
import { type PhraseBook, phraseBook } from '../words/phrase-book.ts'

const KINDS = [
  'violence',
  'arms',
  'blast',
  'crime',
  'penalty',
  'law',
  'other',
  'history',
  'statistic',
  'accident',
  'alert',
] as const
/** What a word says a passage is about: see the head of `relevance.tsv`. */
export type RelevanceKind = (typeof KINDS)[number]

export interface RelevanceWord {
  readonly kind: RelevanceKind
  readonly weight: number
}

/** Compiles `relevance.tsv`, where `<number>` is any number word or digits; throws a RangeError that names a row it can't read. */
export const compileRelevance = (lexicon: Lexicon, numbers: NumberWords): PhraseBook<RelevanceWord> =>
  phraseBook(
    lexicon.table('relevance').flatMap((row) => {
      const kind = KINDS.find((known) => known === row.kind)
      const weight = Number(row.weight)
      if (kind === undefined || !(weight > 0))
        throw new RangeError(`lexicons/${lexicon.language}/relevance.tsv: "${row.words}" has no kind or weight`)
      return (row.words ?? '').split(',').map((words) => [words.trim(), { kind, weight }] as const)
    }),
    { number: wordFact(({ lower }) => /^[0-9][0-9,]*$/.test(lower) || numbers.single.has(lower)) },
  )
