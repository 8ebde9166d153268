import type { Brand } from './brand.ts'
import type { Bounds, Count } from './count.ts'
import type { DocumentId } from './document.ts'
import { contentId } from './hash.ts'
import type { Span } from './span.ts'
import type { TimeRange } from './time-range.ts'

/** Content id of what is claimed, where it stands and who found it. */
export type ClaimId = Brand<'ClaimId'>

export const METRICS = ['killed', 'injured', 'killed_or_injured', 'missing', 'abducted', 'displaced'] as const
export type Metric = (typeof METRICS)[number]

export const STATUSES = ['civilian', 'combatant', 'mixed', 'unknown'] as const
export type Status = (typeof STATUSES)[number]

export const GROUPS = [
  'children',
  'women',
  'men',
  'elderly',
  'medics',
  'journalists',
  'aid_workers',
  'rescuers',
] as const
export type Group = (typeof GROUPS)[number]
/** Counts of subgroups named with a claim; both bounds null when named without a number. */
export type Groups = Readonly<Partial<Record<Group, Bounds>>>

export const SCOPES = ['incident', 'total', 'cumulative', 'forecast', 'denied'] as const
export type Scope = (typeof SCOPES)[number]
/** Scopes that never enter an incident: tolls, forecasts and denials are kept in quarantine. */
export const isQuarantined = (scope: Scope): boolean =>
  scope === 'cumulative' || scope === 'forecast' || scope === 'denied'

export const MEANS = [
  'airstrike',
  'barrel_bomb',
  'shelling',
  'rocket',
  'missile',
  'chemical',
  'car_bomb',
  'suicide_bomb',
  'mine_ied',
  'gunfire',
  'clashes',
  'execution',
  'other',
] as const
export type Means = (typeof MEANS)[number]

/** Whether a slot's value stands in the claim's own sentence or was understood from elsewhere in the document. */
export type Certainty = 'stated' | 'implied'

/** Words of the document that fill a slot. */
export interface Mention extends Span {
  readonly text: string
  readonly certainty: Certainty
}

/** How a place mention relates to the place it names: the place itself, or an area told by way of it. */
export interface PlaceMention extends Mention {
  /** `area` = "rural opposition areas", "the Hama countryside", "north of Idlib city": never a point. */
  readonly kind: 'settlement' | 'admin' | 'country' | 'facility' | 'area' | 'unknown'
  /** The wider places the text puts it in, nearest first ("Takad" of "Aleppo's Takad village" → "Aleppo"). */
  readonly within: readonly string[]
}

export const SOURCE_TYPES = [
  'civil_defence',
  'hospital',
  'health_ministry',
  'police',
  'monitor',
  'un',
  'ngo',
  'witness',
  'relative',
  'belligerent',
  'state_media',
  'local_media',
  'international_media',
  'official',
  'unnamed',
  'other',
] as const
export type SourceType = (typeof SOURCE_TYPES)[number]

/** Somebody a claim is attributed to. */
export interface SourceMention extends Mention {
  readonly type: SourceType
}

export interface Slot {
  readonly certainty: Certainty
  /** 0 to 1: how sure the machine is of this slot. */
  readonly confidence: number
}
export type SlotName = 'count' | 'status' | 'scope' | 'places' | 'time' | 'means' | 'actors' | 'sources'

/** Which stage, at which version, made a value. A person's claims carry their name instead. */
export interface Maker {
  readonly by: string
  readonly version: string
}

interface ClaimBase extends Span {
  readonly id: ClaimId
  readonly document: DocumentId
  readonly quote: string
  readonly places: readonly PlaceMention[]
  readonly time: TimeRange
  readonly means: Means | null
  /** Who is said to have done it, in the document's own words. */
  readonly actors: readonly Mention[]
  /** Who says so, the nearest speaker first; empty when it is the outlet's own statement. */
  readonly sources: readonly SourceMention[]
  readonly slots: Readonly<Partial<Record<SlotName, Slot>>>
  readonly confidence: number
  /** The rule that found it. */
  readonly rule: string
  readonly maker: Maker
}

/** One statement about a number of people. The atom of the record; append-only. */
export interface CountClaim extends ClaimBase {
  readonly kind: 'casualty' | 'displacement'
  readonly metric: Metric
  readonly count: Count
  readonly status: Status
  readonly groups: Groups
  readonly scope: Scope
  /** The claim of the same document whose number this one is an addend (`part`) or an overlapping subset (`subset`) of. */
  readonly partOf: ClaimId | null
  readonly relation: 'part' | 'subset' | null
  /** The earlier claim of the same document that says the same number of the same harm; whoever sums drops restatements. */
  readonly restates: ClaimId | null
}

/** An attack, a change of control or an agreement told with no number of people. */
export interface EventClaim extends ClaimBase {
  readonly kind: 'attack' | 'control' | 'agreement'
  readonly action: string | null
}

export type Claim = CountClaim | EventClaim

export const isCountClaim = (claim: Claim): claim is CountClaim =>
  claim.kind === 'casualty' || claim.kind === 'displacement'

/** The id of a claim: document, passage, what it says at its core, and its maker. */
export const claimIdOf = (document: DocumentId, span: Span, says: string, maker: Maker): ClaimId =>
  contentId('claim', document, span.start, span.end, says, maker.by, maker.version) as ClaimId
