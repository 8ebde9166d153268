import type { ClaimId, Groups, Means, Mention, Metric, PlaceMention, Scope, SourceMention, Status } from './claim.ts'
import type { Count } from './count.ts'
import type { Grade } from './incident.ts'
import type { Place } from './place.ts'
import type { FigureField } from './review.ts'
import type { Day } from './time-range.ts'

/** A place that a person gives: the words, and where it lies if that is known. */
export interface ReviewedPlace {
  readonly mention: PlaceMention
  readonly place: Place | null
}

/** The days that a person gives. */
export interface ReviewedTime {
  readonly earliest: Day | null
  readonly latest: Day | null
}

/** What a field of a claim is set to, by field. `part.of` null = the claim is a part of none. */
export interface ClaimValues {
  readonly metric: Metric
  readonly count: Count
  readonly status: Status
  readonly groups: Groups
  readonly scope: Scope
  readonly places: readonly ReviewedPlace[]
  readonly time: ReviewedTime
  readonly means: Means | null
  readonly actors: readonly Mention[]
  readonly sources: readonly SourceMention[]
  readonly part: { readonly of: ClaimId | null; readonly relation: 'part' | 'subset' | null }
  readonly restates: ClaimId | null
}

/** A figure that a person sets. `high: null` = open; `best: null` = none is preferred. */
export interface ReviewedFigure {
  readonly low: number | null
  readonly high: number | null
  readonly best: number | null
}

/** What a field of an incident is set to, by field. */
export interface IncidentValues extends Readonly<Record<FigureField, ReviewedFigure>> {
  readonly time: ReviewedTime
  readonly place: { readonly text: string; readonly place: Place | null }
  readonly means: readonly Means[]
  readonly actors: readonly string[]
  readonly grade: Grade
}
