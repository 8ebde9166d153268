import type { Zone } from '../../model/document.ts'
import { type HashedWords, hashedWords, mix } from './words.ts'

/** Words of a shingle of the fingerprint. */
const SHINGLE = 3
/** One shingle in so many is kept: those whose hash is divisible by it, so that equal words keep equal shingles. */
const SAMPLE = 4
/** Of texts of fewer words than this all are kept. */
const SHORT = 24
/** Of a very long text only the smallest hashes are kept. */
const MAX_HASHES = 1024

/**
 * A sample of a text's shingles as hashes: safe integers in ascending order, about one for every four words. Texts that
 * share words at length share some of them, whatever stands around. Words in zones that differ between reprints are left
 * out, as in the comparison itself.
 */
export const fingerprintOf = (content: string, zones: readonly Zone[] = []): readonly number[] =>
  fingerprintOfWords(hashedWords(content, zones))

const fingerprintOfWords = (words: HashedWords): readonly number[] => {
  const hashes = new Set<number>()
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let low = 0
    let high = SHINGLE
    for (let k = i; k < i + SHINGLE; k++) {
      const hash = words.hashes[k] ?? 0
      low = mix(low, hash)
      high = mix(hash, high)
    }
    if (words.length < SHORT || low % SAMPLE === 0) hashes.add((high >>> 12) * 2 ** 32 + low)
  }
  return [...hashes].sort((a, b) => a - b).slice(0, MAX_HASHES)
}
