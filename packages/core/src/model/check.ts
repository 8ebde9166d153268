import type { ClaimId } from './claim.ts'
import { contentId } from './hash.ts'
import type { ReviewId } from './review.ts'

export const CHECK_KINDS = ['breakdown', 'subgroup', 'origins', 'toll', 'successive', 'review'] as const
export type CheckKind = (typeof CHECK_KINDS)[number]

/** A sum or a bound that was tested; one that fails is shown, never smoothed over. */
export interface CheckFinding {
  readonly kind: CheckKind
  readonly holds: boolean
  readonly text: string
  readonly claims: readonly ClaimId[]
}

/** What a person decided about a check. */
export interface CheckReview {
  /** `accepted`: it is as the check says. `dismissed`: it means nothing here. */
  readonly decision: 'accepted' | 'dismissed'
  readonly review: ReviewId
  readonly by: string
  readonly reason: string
  readonly at: string
}

/** A check that a person can accept or dismiss. */
export interface Check extends CheckFinding {
  /** The same as long as the check says the same of the same incident, or of the same tolls. */
  readonly id: string
  readonly review: CheckReview | null
}

/** A finding as a check of an incident (by its code), or of tolls (null: by its claims). */
export const asCheck = (finding: CheckFinding, home: string | null): Check => ({
  ...finding,
  id: contentId('check', home, finding.kind, finding.text, ...(home === null ? [...finding.claims].sort() : [])),
  review: null,
})
