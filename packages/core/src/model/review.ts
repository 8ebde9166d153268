import type { Brand } from './brand.ts'
import { type ClaimId, GROUPS, type Group, METRICS, type Metric } from './claim.ts'
import type { DocumentId } from './document.ts'
import type { Span } from './span.ts'

export type ReviewId = Brand<'ReviewId'>

/** What a person may decide on: a claim by its id, an incident by its code, a check by its id. */
export const REVIEW_TARGETS = ['claim', 'incident', 'check'] as const
export type ReviewTarget = (typeof REVIEW_TARGETS)[number]

/** `add` makes a claim that the machine missed; its field is `claim`. Dismissing a check is rejecting it. */
export const REVIEW_DECISIONS = ['accept', 'correct', 'reject', 'add'] as const
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]

/** The fields of a claim that a person may decide on; `claim` is the whole of it. */
export const CLAIM_FIELDS = [
  'claim',
  'metric',
  'count',
  'status',
  'groups',
  'scope',
  'places',
  'time',
  'means',
  'actors',
  'sources',
  'part',
  'restates',
] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]

/** Parts of a metric's figure by the status of the victims. */
const SIDES = ['civilians', 'combatants', 'unknown'] as const
export type Side = (typeof SIDES)[number]
export type FigureField = Metric | `${Metric}.${Side}` | Group

/** The figures of an incident: `killed`, `injured.civilians`, `children` (among the killed), … */
export const FIGURE_FIELDS: readonly FigureField[] = [
  ...METRICS.flatMap((metric) => [metric, ...SIDES.map((side) => `${metric}.${side}` as const)]),
  ...GROUPS,
]

/** The fields of an incident that a person may decide on; `incident` is the whole of it. */
export const INCIDENT_FIELDS = ['incident', 'time', 'place', 'means', 'actors', 'grade', ...FIGURE_FIELDS] as const
export type IncidentField = (typeof INCIDENT_FIELDS)[number]

/** The passage that a reviewed claim was read in: claims of a later reading are known by it. */
export interface ReviewedPassage extends Span {
  readonly document: DocumentId
  /** The metric of a count, else the kind of the claim. */
  readonly about: string
  /** The claims of its incident when it was decided: a rejected claim leaves its code to them. */
  readonly siblings: readonly ClaimId[]
}

/**
 * A person's decision on one field of a claim or incident, or on a check. Append-only; withdrawn by a later entry, never
 * erased. It always wins over machines.
 */
export interface Review {
  readonly kind: 'review'
  readonly id: ReviewId
  readonly target: ReviewTarget
  /** A claim's id, an incident's code, a check's id. */
  readonly on: string
  readonly field: ClaimField | IncidentField | 'check'
  readonly decision: ReviewDecision
  /** What the field is from now on (the shapes are those of `review-values.ts`); null where it was rejected. */
  readonly value: unknown
  /** What the machine had there when it was decided. */
  readonly machine: unknown
  readonly passage: ReviewedPassage | null
  readonly by: string
  readonly reason: string
  /** ISO instant. */
  readonly at: string
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** A claim that a person made carries this before their name as its maker. */
const PERSON = 'person:'

/** Who made a claim of a person's own. */
export const personMaker = (name: string): { readonly by: string; readonly version: string } => ({
  by: PERSON + name,
  version: '1',
})

/** Whether a person made the claim. */
export const isPersons = ({ maker }: { readonly maker: { readonly by: string } }): boolean =>
  maker.by.startsWith(PERSON)

/** Reviews on the same thing, by what they are on. */
export type ReviewsOn = ReadonlyMap<ClaimId | string, readonly Review[]>
