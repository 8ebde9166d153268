import { type Claim, type ClaimId, isCountClaim } from '../../model/claim.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import type { Review } from '../../model/review.ts'
import { overlapOf } from '../../model/span.ts'
import type { Layers } from '../../pipeline/layers.ts'
import { claimWith } from './claim-with.ts'
import { standingReviews } from './standing-reviews.ts'

/** Claims as people left them. */
export interface ReviewedClaims extends Pick<Layers, 'claims' | 'places'> {
  /** Claims that people rejected, and those of their own that they took back: they feed nothing. */
  readonly rejected: ReadonlySet<ClaimId>
  /** The reviews that hold for each claim. */
  readonly reviews: ReadonlyMap<ClaimId, readonly Review[]>
}

/**
 * Claims with people's decisions in the place of what the machine read. `claims` hold everything: what the machine found and
 * what people added. A claim of a later reading takes over the decisions on the earlier one that stands in the same
 * passage. The result does not depend on the order of reviews.
 */
export const reviewClaims = ({
  claims,
  places,
  reviews,
}: Pick<Layers, 'claims' | 'places' | 'reviews'>): ReviewedClaims => {
  const ours = inherited(claims, reviews)
  const standing = standingReviews(ours, 'claim') as ReadonlyMap<ClaimId, readonly Review[]>
  const rejected = rejectedBy(standing, ours)
  const located = new Map(places.map((one) => [one.claim, one]))
  const kept = claims
    .filter(({ id }) => !rejected.has(id))
    .map((claim) => claimWith(claim, located.get(claim.id), standing.get(claim.id) ?? []))
  return {
    claims: kept.map(({ claim }) => withoutTiesTo(rejected, claim)),
    places: kept.flatMap(({ places: own }): readonly ClaimPlaces[] => (own === undefined ? [] : [own])),
    rejected,
    reviews: standing,
  }
}

/** Reviews on claims, those on a claim that is not there any more being on its heir. */
const inherited = (claims: readonly Claim[], reviews: readonly Review[]): readonly Review[] => {
  const there = new Set<string>(claims.map(({ id }) => id))
  return reviews.flatMap((review): readonly Review[] => {
    if (review.target !== 'claim' || there.has(review.on)) return [review]
    const heir = heirOf(review, claims)
    return heir === undefined ? [] : [{ ...review, on: heir.id }]
  })
}

/** The claim that stands where the reviewed one stood and is about the same, the one that shares most of the passage. */
const heirOf = ({ passage }: Review, claims: readonly Claim[]): Claim | undefined => {
  if (passage === null) return undefined
  const shared = (claim: Claim) =>
    claim.document === passage.document && aboutOf(claim) === passage.about ? overlapOf(claim, passage) : 0
  return [...claims]
    .filter((claim) => shared(claim) > 0)
    .sort((a, b) => shared(b) - shared(a) || (a.id < b.id ? -1 : 1))[0]
}

/** What a claim is about: the metric of a count, else its kind. */
export const aboutOf = (claim: Claim): string => (isCountClaim(claim) ? claim.metric : claim.kind)

/** What people rejected as a whole, and what they added and took back. */
const rejectedBy = (
  standing: ReadonlyMap<ClaimId, readonly Review[]>,
  reviews: readonly Review[],
): ReadonlySet<ClaimId> => {
  const rejected = [...standing].filter(([, own]) =>
    own.some(({ field, decision }) => field === 'claim' && decision === 'reject'),
  )
  const added = reviews.filter(({ decision }) => decision === 'add')
  const kept = new Set(added.filter(({ withdrawn }) => withdrawn === null).map(({ on }) => on))
  const takenBack = added.filter(({ on }) => !kept.has(on))
  return new Set([...rejected.map(([id]) => id), ...takenBack.map(({ on }) => on as ClaimId)])
}

/** A rejected claim is nobody's sum and nobody's first telling. */
const withoutTiesTo = (rejected: ReadonlySet<ClaimId>, claim: Claim): Claim => {
  if (!isCountClaim(claim)) return claim
  const loose = claim.partOf !== null && rejected.has(claim.partOf)
  const first = claim.restates !== null && rejected.has(claim.restates)
  return loose || first
    ? { ...claim, ...(loose ? { partOf: null, relation: null } : {}), ...(first ? { restates: null } : {}) }
    : claim
}
