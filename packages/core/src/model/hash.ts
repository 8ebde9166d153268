import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of text (as UTF-8) or bytes, in lower-case hexadecimal (64 characters). */
export const sha256Hex = (input: string | Uint8Array): string =>
  bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input))

/** A content id: the first 32 hexadecimal digits (128 bits) of the hash of `parts`, which are kept apart unambiguously. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  sha256Hex(JSON.stringify(parts)).slice(0, 32)
