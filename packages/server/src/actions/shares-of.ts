import type { ClaimShare } from '@sijil/core/contract/claim-record.js'
import type { ClaimId } from '@sijil/core/model/claim.js'
import type { ClaimLink } from '@sijil/core/pipeline/layers.js'

/** What of each claim's number each incident takes. */
export const sharesOf = (links: readonly ClaimLink[]): ReadonlyMap<ClaimId, readonly ClaimShare[]> => {
  const shares = new Map<ClaimId, ClaimShare[]>()
  for (const { claim, incident, low, high } of links)
    shares.set(claim, [...(shares.get(claim) ?? []), { id: incident, low, high }])
  return shares
}
