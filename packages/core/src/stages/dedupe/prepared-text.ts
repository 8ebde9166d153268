import type { Zone } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { type HashedWord, hashedWords, mix } from './words.ts'

/** A sentence as it is compared: the range of its words. */
export interface ComparedSentence extends Span {
  /** Half-open range of word indexes. */
  readonly first: number
  readonly last: number
}

/** A text made ready to be compared with others. */
export interface PreparedText {
  readonly content: string
  readonly words: readonly HashedWord[]
  /** The hash of each word's shingle (it and the two after it), in the order of the words. */
  readonly shingles: Uint32Array
  /** The same, sorted and each once. */
  readonly sorted: Uint32Array
  readonly sentences: readonly ComparedSentence[]
}

/** Makes a text ready. */
export const prepareText = (content: string, zones: readonly Zone[] = []): PreparedText => {
  const words = hashedWords(content, zones)
  const shingles = shinglesOf(words)
  return { content, words, shingles, sorted: uniqueSorted(shingles), sentences: sentencesOf(content, words) }
}

/** The hashes of the words by threes, in their order. */
const shinglesOf = (words: readonly HashedWord[]): Uint32Array => {
  const shingles = new Uint32Array(Math.max(0, words.length - 2))
  for (let i = 0; i < shingles.length; i++)
    shingles[i] = mix(mix(words[i]?.hash ?? 0, words[i + 1]?.hash ?? 0), words[i + 2]?.hash ?? 0)
  return shingles
}

const uniqueSorted = (values: Uint32Array): Uint32Array => {
  const sorted = values.slice().sort()
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1])
}

/** What stands between two words of which the second begins a sentence. */
const SENTENCE_END = /[\n\r]|[.!?\u2026\u061f\u06d4]["'\u2019\u201d\u00bb)\]]*\s/

/** Sentences by their marks alone: no language is known here, and both texts are cut alike. */
const sentencesOf = (content: string, words: readonly HashedWord[]): readonly ComparedSentence[] => {
  const sentences: ComparedSentence[] = []
  let first = 0
  words.forEach((word, i) => {
    const next = words[i + 1]
    const ends = next === undefined || SENTENCE_END.test(content.slice(word.end, Math.min(next.start, word.end + 200)))
    if (!ends) return
    const end = word.end + closingMarks(content, word.end, next?.start ?? content.length)
    sentences.push({ first, last: i + 1, start: words[first]?.start ?? word.start, end })
    first = i + 1
  })
  return sentences
}

const closingMarks = (content: string, from: number, to: number): number =>
  /^[.!?\u2026\u061f\u06d4"'\u2019\u201d\u00bb)\]]*/.exec(content.slice(from, Math.min(to, from + 20)))?.[0].length ?? 0
