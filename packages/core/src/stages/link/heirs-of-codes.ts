import type { ClaimId } from '../../model/claim.ts'
import type { Review } from '../../model/review.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import type { IncidentCode } from './codes.ts'
import { itemKey } from './item.ts'

/**
 * Codes with an anchor that is linked: a claim that a person rejected leaves its code to the claims that it shared an
 * incident with, so that the incident keeps its name. Of those the first that is linked takes it. When the review is withdrawn the code goes back.
 */
export const withHeirs = (
  codes: readonly IncidentCode[],
  links: readonly ClaimLink[],
  reviews: readonly Review[],
): readonly IncidentCode[] => {
  const linked = new Map<ClaimId, ClaimLink>()
  for (const link of links) if (!linked.has(link.claim)) linked.set(link.claim, link)
  const siblings = siblingsOfRejected(reviews)
  return codes.map((code) => {
    const claim = (code.anchor.split('#')[0] ?? '') as ClaimId
    if (linked.has(claim)) return code
    const heir = heirOf(claim, siblings, (id) => linked.has(id))
    const link = heir === null ? undefined : linked.get(heir)
    return link === undefined ? code : { ...code, anchor: itemKey(link.claim, link.place) }
  })
}

/** The claims that each rejected claim shared its incident with when it was rejected. */
export const siblingsOfRejected = (reviews: readonly Review[]): ReadonlyMap<string, readonly ClaimId[]> =>
  new Map(
    reviews
      .filter(({ target, field, decision, withdrawn }) => isRejection(target, field, decision) && withdrawn === null)
      .map(({ on, passage }) => [on, passage?.siblings ?? []]),
  )

const isRejection = (target: string, field: string, decision: string): boolean =>
  target === 'claim' && field === 'claim' && decision === 'reject'

/** The first sibling that is linked; a rejected sibling's own siblings are asked in its place. */
export const heirOf = (
  claim: string,
  siblings: ReadonlyMap<string, readonly ClaimId[]>,
  isLinked: (id: ClaimId) => boolean,
): ClaimId | null => {
  const asked = new Set<string>([claim])
  const queue = [...(siblings.get(claim) ?? [])]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (isLinked(next)) return next
    if (asked.has(next)) continue
    asked.add(next)
    queue.push(...(siblings.get(next) ?? []))
  }
  return null
}
