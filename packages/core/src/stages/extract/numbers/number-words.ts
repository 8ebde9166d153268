import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { HEDGES, type Hedge } from '../../../model/count.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'
import { type PhraseBook, phraseBook } from '../words/phrase-book.ts'

const KINDS = [
  'unit',
  'ten',
  'hundred',
  'multiplier',
  'dozen',
  'couple',
  'fixed',
  'zero',
  'any',
  'vague',
  'vague-of',
  'suffix',
  'joint',
  'joint-between',
] as const
/** What a number word does: see the head of `numbers.tsv`. */
export type NumberKind = (typeof KINDS)[number]

export interface NumberWord {
  readonly kind: NumberKind
  readonly value: number
  /** A vague word for a multitude: its row gives the least it can mean. */
  readonly crowd: boolean
  /** A zero that needs no noun ("nobody"). */
  readonly alone: boolean
}

/** A hedge as the lexicon names it; `less_than` becomes `at_most` one lower. */
export type HedgeWord = Hedge | 'less_than'

/** Number words and hedges of a language. */
export interface NumberWords {
  readonly single: ReadonlyMap<string, NumberWord>
  readonly phrases: PhraseBook<NumberWord>
  readonly suffixes: ReadonlyMap<string, number>
  /** Words between the two ends of a range. */
  readonly rangeJoints: ReadonlySet<string>
  /** … and those that join them only after "between". */
  readonly openJoints: ReadonlySet<string>
  readonly before: PhraseBook<HedgeWord>
  readonly after: PhraseBook<HedgeWord>
  /** Whether a number can begin with a word: digits, a number in words, a vague word or a hedge. */
  readonly starts: WordFact<boolean>
  /** Words beside a number that make it no count of people. */
  readonly vetoes: Readonly<
    Record<'before' | 'after' | 'month' | 'degree' | 'except' | 'flyer' | 'days' | 'teller', ReadonlySet<string>>
  >
}

/** Compiles `numbers.tsv` and `hedges.tsv`; throws a RangeError that names a row it can't read. */
export const compileNumbers = (lexicon: Lexicon): NumberWords => {
  const rows = lexicon.table('numbers').map((row) => [row.words ?? '', readNumberWord(lexicon, row)] as const)
  const hedges = (position: string) =>
    lexicon
      .table('hedges')
      .filter((row) => row.position === position)
      .map((row) => [row.words ?? '', readHedge(lexicon, row.hedge ?? '')] as const)
  const before = hedges('before')
  return {
    starts: startsOf([...rows, ...before].map(([words]) => words)),
    single: new Map(rows.filter(([, word]) => COMBINING.has(word.kind))),
    phrases: phraseBook(rows.filter(([, word]) => isPhrase(word.kind))),
    suffixes: new Map(rows.flatMap(([words, word]) => (word.kind === 'suffix' ? [[words, word.value] as const] : []))),
    rangeJoints: joints(rows, 'joint'),
    openJoints: joints(rows, 'joint-between'),
    before: phraseBook(before),
    after: phraseBook(hedges('after')),
    vetoes: {
      before: vetoes(lexicon, 'before'),
      after: vetoes(lexicon, 'after'),
      month: vetoes(lexicon, 'month'),
      degree: vetoes(lexicon, 'degree'),
      except: vetoes(lexicon, 'except'),
      flyer: vetoes(lexicon, 'flyer'),
      days: vetoes(lexicon, 'days'),
      teller: vetoes(lexicon, 'teller'),
    },
  }
}

const startsOf = (phrases: readonly string[]): WordFact<boolean> => {
  const words = new Set(phrases.flatMap((phrase) => phrase.split(' ', 1)))
  return wordFact(({ text, lower }) => /^[0-9]/.test(text) || words.has(lower))
}

const COMBINING: ReadonlySet<NumberKind> = new Set<NumberKind>(['unit', 'ten', 'hundred', 'multiplier', 'dozen'])

/** Kinds that stand as a whole phrase and combine with no other number word. */
const isPhrase = (kind: NumberKind): boolean =>
  kind === 'couple' || kind === 'fixed' || kind === 'zero' || kind === 'any' || kind === 'vague' || kind === 'vague-of'

/** The least that a vague word for a multitude can mean. */
const CROWD = 200

const readNumberWord = (lexicon: Lexicon, row: Readonly<Record<string, string>>): NumberWord => {
  const kind = KINDS.find((known) => known === row.kind)
  if (kind === undefined)
    throw new RangeError(`lexicons/${lexicon.language}/numbers.tsv: "${row.words}" has no kind of number "${row.kind}"`)
  return {
    kind,
    value: Number(row.value ?? 0),
    crowd: kind === 'vague' && Number(row.value) >= CROWD,
    alone: row.kind === 'zero' && row.value === '',
  }
}

const readHedge = (lexicon: Lexicon, name: string): HedgeWord => {
  if (name === 'less_than') return name
  const hedge = HEDGES.find((known) => known === name)
  if (hedge === undefined) throw new RangeError(`lexicons/${lexicon.language}/hedges.tsv: no hedge "${name}"`)
  return hedge
}

const vetoes = (lexicon: Lexicon, side: string): ReadonlySet<string> =>
  new Set(
    lexicon
      .table('number-vetoes')
      .filter((row) => row.side === side)
      .flatMap((row) => (row.words ?? '').split(' ')),
  )

const joints = (rows: readonly (readonly [string, NumberWord])[], kind: NumberKind): ReadonlySet<string> =>
  new Set(rows.flatMap(([words, word]) => (word.kind === kind ? [words] : [])))
