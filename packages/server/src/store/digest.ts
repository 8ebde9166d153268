import type { Claim } from '@sijil/core/model/claim.js'
import { sha256Hex } from '@sijil/core/model/hash.js'
import type { ClaimPlaces } from '@sijil/core/model/place.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import { canonicalJson } from './canonical-json.ts'

/** A document as it was stored, with what was read in it then. */
export interface Digested extends Pick<DocumentText, 'document'> {
  readonly claims: readonly Claim[]
  readonly places: readonly ClaimPlaces[]
}

/**
 * A hash of a document and of what was read in it. The document names its text and its bytes by their own hashes, so it
 * covers every character; the order in which claims come does not matter.
 */
export const digestOf = ({ document, claims, places }: Digested): string =>
  sha256Hex(canonicalJson([document, sorted(claims, ({ id }) => id), sorted(places, ({ claim }) => claim)]))

const sorted = <T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] =>
  [...values].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
