import type { ComparedSentence, PreparedText } from './prepared-text.ts'

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
/** Words of fewer letters are mostly grammar. */
const LONG_WORD = 4

/** Finds the sentences of `a` that stand in `b` with the same numbers. Near-linear: by shared shingles and rare words. */
export const alignSentences = (
  a: PreparedText,
  b: PreparedText,
  numberWords: ReadonlySet<number>,
): readonly Match[] => {
  const { byShingle, byWord } = placesOf(b)
  const matches: Match[] = []
  for (const sentence of a.sentences) {
    if (sentence.last - sentence.first < MIN_WORDS) continue
    const match = verbatim(a, sentence, b, byShingle) ?? reworded(a, sentence, b, byWord)
    if (match !== null && sameNumbers(a, match.sentence, b, match.other, numberWords)) matches.push(match)
  }
  return matches
}

type Places = ReadonlyMap<number, readonly number[]>

interface TextPlaces {
  readonly byShingle: Places
  readonly byWord: Places
}

/** A text is compared with many: where its words stand is looked up once. */
const known = new WeakMap<PreparedText, TextPlaces>()

const placesOf = (text: PreparedText): TextPlaces => {
  const places = known.get(text) ?? {
    byShingle: sentencesBy(text, (i) => text.shingles[i]),
    byWord: sentencesBy(text, (i) => (isLong(text, i) ? text.words[i]?.hash : undefined)),
  }
  known.set(text, places)
  return places
}

/** Which sentences hold a key; keys that many sentences hold tell nothing and are left out. */
const sentencesBy = (text: PreparedText, keyOf: (word: number) => number | undefined): Places => {
  const places = new Map<number, number[]>()
  text.sentences.forEach((sentence, s) => {
    for (let i = sentence.first; i < sentence.last; i++) {
      const key = keyOf(i)
      if (key === undefined) continue
      const known = places.get(key)
      if (known === undefined) places.set(key, [s])
      else if (known.length < MAX_PLACES && known[known.length - 1] !== s) known.push(s)
    }
  })
  return places
}
const MAX_PLACES = 8

/** How many keys stand anywhere in the other text. */
const countKnown = (keys: Iterable<number>, places: Places): number => {
  let count = 0
  for (const key of keys) if (places.has(key)) count++
  return count
}

/** The sentence that most keys point to, and how many. */
const mostPointedTo = (keys: Iterable<number>, places: Places): { readonly at: number; readonly count: number } => {
  const counts = new Map<number, number>()
  for (const key of keys) for (const s of places.get(key) ?? []) counts.set(s, (counts.get(s) ?? 0) + 1)
  let best = { at: -1, count: 0 }
  for (const [at, count] of counts)
    if (count > best.count || (count === best.count && at < best.at)) best = { at, count }
  return best
}

const verbatim = (a: PreparedText, sentence: ComparedSentence, b: PreparedText, places: Places): Match | null => {
  const keys = a.shingles.subarray(sentence.first, Math.max(sentence.first, sentence.last - 2))
  if (countKnown(keys, places) < keys.length * VERBATIM) return null
  const { at, count } = mostPointedTo(keys, places)
  const other = b.sentences[at]
  return other === undefined || count < keys.length * VERBATIM ? null : { sentence, other, kind: 'verbatim' }
}

const reworded = (a: PreparedText, sentence: ComparedSentence, b: PreparedText, places: Places): Match | null => {
  const mine = longWords(a, sentence)
  if (countKnown(mine, places) < MIN_SHARED_WORDS) return null
  const { at, count } = mostPointedTo(mine, places)
  const other = b.sentences[at]
  if (other === undefined || count < MIN_SHARED_WORDS) return null
  const theirs = longWords(b, other)
  const set = new Set(theirs)
  const shared = mine.filter((hash) => set.has(hash)).length
  if (shared < MIN_SHARED_WORDS || (2 * shared) / (mine.length + theirs.length) < MIN_DICE) return null
  return inOrder(mine, theirs) < shared * MIN_IN_ORDER ? null : { sentence, other, kind: 'reworded' }
}

const longWords = (text: PreparedText, { first, last }: ComparedSentence): readonly number[] => {
  const hashes: number[] = []
  for (let i = first; i < last; i++) if (isLong(text, i)) hashes.push(text.words[i]?.hash ?? 0)
  return hashes
}

const isLong = (text: PreparedText, i: number): boolean => {
  const word = text.words[i]
  return word !== undefined && (word.end - word.start >= LONG_WORD || isDigit(text, word.start))
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
  text: PreparedText,
  { first, last }: ComparedSentence,
  numberWords: ReadonlySet<number>,
): number[] => {
  const hashes: number[] = []
  for (let i = first; i < last; i++) {
    const word = text.words[i]
    if (word !== undefined && (isDigit(text, word.start) || numberWords.has(word.hash))) hashes.push(word.hash)
  }
  return hashes
}

const isDigit = (text: PreparedText, at: number): boolean => /\p{N}/u.test(text.content.charAt(at))
