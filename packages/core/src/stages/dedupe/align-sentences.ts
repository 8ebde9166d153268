import { type ComparedSentence, type Join, joinKeys, type KeyIndex } from './key-index.ts'
import { isDigit, type PreparedText } from './prepared-text.ts'

/** A sentence that stands in another text too. */
export interface Match {
  readonly sentence: ComparedSentence
  readonly other: ComparedSentence
  readonly kind: 'verbatim' | 'reworded'
}

/** Shorter sentences ("He did not elaborate.") are shared by chance. */
const MIN_WORDS = 6
/** Share of a sentence's shingles that must stand in the other for it to be the same words. */
const VERBATIM = 0.6
/** A sentence told in other words shares so many longer words, so large a part of both, mostly in the same order. */
const MIN_SHARED_WORDS = 8
const MIN_DICE = 0.58
const MIN_IN_ORDER = 0.6

/**
 * Finds the sentences of `a` that stand in `b` with the same numbers. `shingles` joins the shingles of the two. Near-linear: by
 * shared shingles and rare words.
 */
export const alignSentences = (
  a: PreparedText,
  b: PreparedText,
  shingles: Join,
  numberWords: ReadonlySet<number>,
): readonly Match[] => {
  const longWords = joinKeys(a.longWords, b.longWords)
  const matches: Match[] = []
  for (const sentence of a.sentences) {
    if (sentence.last - sentence.first < MIN_WORDS) continue
    const match = verbatim(a, sentence, b, shingles) ?? reworded(a, sentence, b, longWords)
    if (match !== null && sameNumbers(a, match.sentence, b, match.other, numberWords)) matches.push(match)
  }
  return matches
}

/** Room to count in; one sentence is looked up at a time. */
let counts = new Int32Array(256)

/** A sentence, by its number, and how many keys point to it. */
interface Pointed {
  readonly at: number
  readonly count: number
}

/** How many of the keys at some words stand anywhere in the other text. */
const countKnown = (from: KeyIndex, first: number, last: number, { numbers }: Join): number => {
  let known = 0
  for (let word = first; word < last; word++) {
    const own = from.numberAt[word] ?? -1
    if (own >= 0 && (numbers[own] ?? -1) >= 0) known++
  }
  return known
}

/** The sentence of `to` that most keys at some words point to, the first of equals, and how many do. */
const mostPointedTo = (from: KeyIndex, first: number, last: number, { numbers }: Join, to: KeyIndex): Pointed => {
  const touched: number[] = []
  for (let word = first; word < last; word++) {
    const own = from.numberAt[word] ?? -1
    const other = own < 0 ? -1 : (numbers[own] ?? -1)
    if (other < 0) continue
    for (let i = to.from[other] ?? 0; i < (to.from[other + 1] ?? 0); i++) {
      const sentence = to.sentences[i] ?? 0
      if (sentence >= counts.length) counts = grown(counts, sentence)
      if (counts[sentence] === 0) touched.push(sentence)
      counts[sentence] = (counts[sentence] ?? 0) + 1
    }
  }
  let best = { at: -1, count: 0 }
  for (const at of touched) {
    const count = counts[at] ?? 0
    if (count > best.count || (count === best.count && at < best.at)) best = { at, count }
    counts[at] = 0
  }
  return best
}

const grown = (small: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> => {
  const large = new Int32Array(2 * (least + 1))
  large.set(small)
  return large
}

const verbatim = (a: PreparedText, sentence: ComparedSentence, b: PreparedText, join: Join): Match | null => {
  const last = Math.max(sentence.first, sentence.last - 2)
  const least = (last - sentence.first) * VERBATIM
  if (countKnown(a.shingles, sentence.first, last, join) < least) return null
  const { at, count } = mostPointedTo(a.shingles, sentence.first, last, join, b.shingles)
  const other = b.sentences[at]
  return other === undefined || count < least ? null : { sentence, other, kind: 'verbatim' }
}

const reworded = (a: PreparedText, sentence: ComparedSentence, b: PreparedText, join: Join): Match | null => {
  if (countKnown(a.longWords, sentence.first, sentence.last, join) < MIN_SHARED_WORDS) return null
  const { at, count } = mostPointedTo(a.longWords, sentence.first, sentence.last, join, b.longWords)
  const other = b.sentences[at]
  if (other === undefined || count < MIN_SHARED_WORDS) return null
  const mine = longWordsOf(a, sentence)
  const theirs = longWordsOf(b, other)
  const set = new Set(theirs)
  const shared = mine.filter((hash) => set.has(hash)).length
  if (shared < MIN_SHARED_WORDS || (2 * shared) / (mine.length + theirs.length) < MIN_DICE) return null
  return inOrder(mine, theirs) < shared * MIN_IN_ORDER ? null : { sentence, other, kind: 'reworded' }
}

const longWordsOf = ({ longWords, words }: PreparedText, { first, last }: ComparedSentence): readonly number[] => {
  const hashes: number[] = []
  for (let i = first; i < last; i++) if ((longWords.numberAt[i] ?? -1) >= 0) hashes.push(words.hashes[i] ?? 0)
  return hashes
}

/** Length of the longest sequence that both hold in this order. Long sentences are cut, so that the time stays bounded. */
const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const left = a.slice(0, MAX_ORDERED)
  const right = b.slice(0, MAX_ORDERED)
  let row = new Uint16Array(right.length + 1)
  for (const value of left) {
    const next = new Uint16Array(right.length + 1)
    right.forEach((other, k) => {
      next[k + 1] = value === other ? (row[k] ?? 0) + 1 : Math.max(row[k + 1] ?? 0, next[k] ?? 0)
    })
    row = next
  }
  return row[right.length] ?? 0
}
const MAX_ORDERED = 120

/** Whether each number of a sentence stands in the other: an update that changes a toll is new for that number. */
const sameNumbers = (
  a: PreparedText,
  sentence: ComparedSentence,
  b: PreparedText,
  other: ComparedSentence,
  numberWords: ReadonlySet<number>,
): boolean => {
  const theirs = new Set(numbersIn(b, other, numberWords))
  return numbersIn(a, sentence, numberWords).every((hash) => theirs.has(hash))
}

const numbersIn = (
  { content, words }: PreparedText,
  { first, last }: ComparedSentence,
  numberWords: ReadonlySet<number>,
): number[] => {
  const found: number[] = []
  for (let i = first; i < last; i++) {
    const hash = words.hashes[i] ?? 0
    if (isDigit(content, words.starts[i] ?? 0) || numberWords.has(hash)) found.push(hash)
  }
  return found
}
