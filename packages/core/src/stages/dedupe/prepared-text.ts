import type { Zone } from '../../model/document.ts'
import { type ComparedSentence, indexKeys, type KeyIndex } from './key-index.ts'
import { type HashedWords, hashedWords, mix } from './words.ts'

/** A text made ready to be compared with others. */
export interface PreparedText {
  readonly content: string
  readonly words: HashedWords
  readonly sentences: readonly ComparedSentence[]
  /** Where each shingle stands: a word and the two after it. */
  readonly shingles: KeyIndex
  /** Where each longer word and each figure stands. */
  readonly longWords: KeyIndex
}

/** Words of fewer letters are mostly grammar. */
const LONG_WORD = 4

/** Makes a text ready. */
export const prepareText = (content: string, zones: readonly Zone[] = []): PreparedText => {
  const words = hashedWords(content, zones)
  const sentences = sentencesOf(content, words)
  const { hashes, starts, ends, length } = words
  const shingleAt = (i: number): number | undefined =>
    i + 2 < length ? mix(mix(hashes[i] ?? 0, hashes[i + 1] ?? 0), hashes[i + 2] ?? 0) : undefined
  const longAt = (i: number): number | undefined =>
    (ends[i] ?? 0) - (starts[i] ?? 0) >= LONG_WORD || isDigit(content, starts[i] ?? 0) ? hashes[i] : undefined
  return {
    content,
    words,
    sentences,
    shingles: indexKeys(length, sentences, shingleAt),
    longWords: indexKeys(length, sentences, longAt),
  }
}

/** Whether a figure stands at an offset. */
export const isDigit = (content: string, at: number): boolean => {
  const code = content.charCodeAt(at)
  return code < 128 ? code >= 48 && code <= 57 : /\p{N}/u.test(content.charAt(at))
}

/** What stands between two words of which the second begins a sentence. */
const SENTENCE_END = /[\n\r]|[.!?\u2026\u061f\u06d4]["'\u2019\u201d\u00bb)\]]*\s/

/** Sentences by their marks alone: no language is known here, and both texts are cut alike. */
const sentencesOf = (content: string, { starts, ends, length }: HashedWords): readonly ComparedSentence[] => {
  const sentences: ComparedSentence[] = []
  let first = 0
  for (let i = 0; i < length; i++) {
    const end = ends[i] ?? 0
    const next = starts[i + 1]
    // most words are parted by a blank, which ends nothing
    if (next === end + 1 && content.charCodeAt(end) === SPACE) continue
    if (next !== undefined && !SENTENCE_END.test(content.slice(end, Math.min(next, end + 200)))) continue
    const marks = closingMarks(content, end, next ?? content.length)
    sentences.push({ first, last: i + 1, start: starts[first] ?? 0, end: end + marks })
    first = i + 1
  }
  return sentences
}

const SPACE = 32

const closingMarks = (content: string, from: number, to: number): number =>
  /^[.!?\u2026\u061f\u06d4"'\u2019\u201d\u00bb)\]]*/.exec(content.slice(from, Math.min(to, from + 20)))?.[0].length ?? 0
