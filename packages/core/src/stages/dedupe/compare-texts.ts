import { alignSentences, type Match } from './align-sentences.ts'
import { joinKeys } from './key-index.ts'
import type { PreparedText } from './prepared-text.ts'

/** What two texts have in common, seen from the first. */
export interface Comparison {
  /** The same words in the same order. */
  readonly same: boolean
  /** Share of the first text's shingles that stand in the second, 0 to 1. */
  readonly containment: number
  /** Share of the second text's shingles that stand in the first, 0 to 1. */
  readonly contained: number
  /** Sentences of the first that stand in the second, word by word or told in other words, with the same numbers. */
  readonly matches: readonly Match[]
  /** Share of the first text's words that stand in such sentences. */
  readonly covered: number
}

/** Texts that share a smaller part of their shingles than this, either way, are not aligned. */
const MIN_CONTAINMENT = 0.03
const NOTHING_IN_COMMON: Comparison = { same: false, containment: 0, contained: 0, matches: [], covered: 0 }

/** Compares two texts. `numberWords` are hashes of the words that are numbers besides those in digits. */
export const compareTexts = (a: PreparedText, b: PreparedText, numberWords: ReadonlySet<number>): Comparison => {
  const shingles = joinKeys(a.shingles, b.shingles)
  const containment = shingles.shared / Math.max(1, a.shingles.keys.length)
  const contained = shingles.shared / Math.max(1, b.shingles.keys.length)
  if (Math.max(containment, contained) < MIN_CONTAINMENT) return NOTHING_IN_COMMON
  const matches = alignSentences(a, b, shingles, numberWords)
  const words = matches.reduce((sum, { sentence }) => sum + sentence.last - sentence.first, 0)
  const covered = a.words.length === 0 ? 0 : words / a.words.length
  return { same: sameWords(a, b), containment, contained, matches, covered }
}

const sameWords = (a: PreparedText, b: PreparedText): boolean =>
  a.words.length === b.words.length && a.words.hashes.every((hash, i) => hash === b.words.hashes[i])
