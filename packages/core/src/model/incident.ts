import type { Check } from './check.ts'
import type { ClaimId, Group, Means, Metric } from './claim.ts'
import type { Confirmation } from './confirmation.ts'
import type { Bounds } from './count.ts'
import type { DocumentId } from './document.ts'
import type { JudgementId } from './judgement.ts'
import type { Place } from './place.ts'
import type { IncidentField, ReviewId } from './review.ts'
import type { TimeRange } from './time-range.ts'

/** Whose word a claim rests on in the end: one vote each, however many documents repeat it. */
export interface Origin {
  /** Equal for claims that rest on the same word. */
  readonly key: string
  readonly name: string
  readonly type: string
  readonly claims: readonly ClaimId[]
  readonly documents: readonly DocumentId[]
}

/** A reconciled number: bounds, best, the open end, and the claims that set each. `high: null` = open. */
export interface Figure extends Bounds {
  readonly best: number | null
  readonly lowBy: readonly ClaimId[]
  readonly highBy: readonly ClaimId[]
  readonly bestBy: readonly ClaimId[]
  /** Why, in one sentence a person can read. */
  readonly why: string
}

/** The figure of a metric, whole and by the status of the victims. */
export interface MetricFigures {
  readonly all: Figure
  readonly civilians: Figure
  readonly combatants: Figure
  readonly unknown: Figure
}

/** Airwars' five grades. */
export const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const
export type Grade = (typeof GRADES)[number]

/** A field that a person decided, with what the machine has there. */
export interface Overruled {
  readonly field: IncidentField
  readonly review: ReviewId
  readonly machine: unknown
}

/** One incident or one roll-up of incidents, folded from claims, judgements and reviews; never edited. */
export interface Incident {
  readonly kind: 'incident' | 'rollup'
  /** Permanent, readable, never reused. */
  readonly code: string
  readonly time: TimeRange
  readonly place: Place | null
  /** The place as the reports spell it. */
  readonly placeText: string | null
  readonly figures: Readonly<Partial<Record<Metric, MetricFigures>>>
  readonly groups: Readonly<Partial<Record<Group, Figure>>>
  readonly means: readonly Means[]
  readonly actors: readonly string[]
  readonly claims: readonly ClaimId[]
  readonly documents: readonly DocumentId[]
  readonly origins: readonly Origin[]
  readonly grade: Grade
  /** How many independent origins give a number, a party's word on its enemy's losses aside. */
  readonly counted: number
  readonly confirmation: Confirmation
  /** The codes of the roll-ups it stands under. */
  readonly partOf: readonly string[]
  readonly checks: readonly Check[]
  /** The reviews that made it what it is: of its own fields, its checks and its claims; ids in order. */
  readonly reviews: readonly ReviewId[]
  /** The judgements that stand on its claims, in the order in which they were made. */
  readonly judgements: readonly JudgementId[]
  /** What the machine has where people decided. */
  readonly overruled: readonly Overruled[]
}
