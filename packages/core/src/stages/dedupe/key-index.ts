import type { Span } from '../../model/span.ts'

/** A sentence as it is compared: the range of its words. */
export interface ComparedSentence extends Span {
  /** Half-open range of word indexes. */
  readonly first: number
  readonly last: number
}

/** Where keys (hashes of words, or of shingles) stand in a text: arrays, so that two texts are joined in one walk. */
export interface KeyIndex {
  /** The keys of the text, ascending, each once. A key is known by its number here. */
  readonly keys: Uint32Array
  /** The number of the key at each word; −1 for a word without one. */
  readonly numberAt: Int32Array
  /** Where the sentences of each key begin in `sentences`; one more entry closes the last. */
  readonly from: Int32Array
  /** The sentences that hold each key, in their order, at most eight of them: what many hold tells nothing. */
  readonly sentences: Int32Array
}

const MOST_SENTENCES = 8

/** Indexes the keys of a text; `keyOf` gives the key at a word, or undefined. */
export const indexKeys = (
  words: number,
  sentences: readonly ComparedSentence[],
  keyOf: (word: number) => number | undefined,
): KeyIndex => {
  const sentenceOf = new Int32Array(words)
  sentences.forEach(({ first, last }, s) => {
    sentenceOf.fill(s, first, last)
  })
  const keyAt = new Uint32Array(words)
  const order = new Uint32Array(words)
  let count = 0
  for (let word = 0; word < words; word++) {
    const key = keyOf(word)
    if (key === undefined) continue
    keyAt[word] = key
    order[count++] = word
  }
  const sorted = order.subarray(0, count).sort((a, b) => (keyAt[a] ?? 0) - (keyAt[b] ?? 0) || a - b)
  return group(sorted, keyAt, sentenceOf, words)
}

const group = (sorted: Uint32Array, keyAt: Uint32Array, sentenceOf: Int32Array, words: number): KeyIndex => {
  const numberAt = new Int32Array(words).fill(-1)
  const keys = new Uint32Array(sorted.length)
  const from = new Int32Array(sorted.length + 1)
  const holding = new Int32Array(sorted.length)
  let count = 0
  let held = 0
  for (const word of sorted) {
    const key = keyAt[word] ?? 0
    if (count === 0 || keys[count - 1] !== key) {
      from[count] = held
      keys[count++] = key
    }
    numberAt[word] = count - 1
    const own = held - (from[count - 1] ?? 0)
    const sentence = sentenceOf[word] ?? 0
    if (own < MOST_SENTENCES && (own === 0 || holding[held - 1] !== sentence)) holding[held++] = sentence
  }
  from[count] = held
  return { keys: keys.slice(0, count), numberAt, from: from.slice(0, count + 1), sentences: holding.slice(0, held) }
}

/** For each key of one text its number in another, or −1, and how many there are in both. */
export interface Join {
  readonly numbers: Int32Array
  readonly shared: number
}

/** Joins the keys of two texts. */
export const joinKeys = (a: KeyIndex, b: KeyIndex): Join => {
  const numbers = new Int32Array(a.keys.length).fill(-1)
  let shared = 0
  let k = 0
  for (let i = 0; i < a.keys.length; i++) {
    const key = a.keys[i] ?? 0
    while (k < b.keys.length && (b.keys[k] ?? 0) < key) k++
    if (k < b.keys.length && b.keys[k] === key) {
      numbers[i] = k
      shared++
    }
  }
  return { numbers, shared }
}
