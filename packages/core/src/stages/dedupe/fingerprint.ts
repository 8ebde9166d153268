import { type HashedWord, hashedWords, mix } from './words.ts'

/** Words of a shingle of the fingerprint. */
const SHINGLE = 3
/** One shingle in so many is kept: those whose hash is divisible by it, so that equal words keep equal shingles. */
const SAMPLE = 8
/** Of a very long text only the smallest hashes are kept. */
const MAX_HASHES = 1024

/**
 * A sample of a text's shingles as hashes: safe integers in ascending order, about one for every eight words. Texts that
 * share words at length share some of them, whatever stands around.
 */
export const fingerprintOf = (content: string): readonly number[] => fingerprintOfWords(hashedWords(content))

/** The fingerprint of words that are at hand. */
export const fingerprintOfWords = (words: readonly HashedWord[]): readonly number[] => {
  const hashes = new Set<number>()
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let low = 0
    let high = SHINGLE
    for (let k = i; k < i + SHINGLE; k++) {
      const { hash = 0 } = words[k] ?? {}
      low = mix(low, hash)
      high = mix(hash, high)
    }
    if (low % SAMPLE === 0) hashes.add((high >>> 12) * 2 ** 32 + low)
  }
  return [...hashes].sort((a, b) => a - b).slice(0, MAX_HASHES)
}
