import { z } from 'zod'
import {
  type Claim,
  type CountClaim,
  type EventClaim,
  GROUPS,
  type Groups,
  isCountClaim,
  MEANS,
  METRICS,
  SCOPES,
  SOURCE_TYPES,
  STATUSES,
} from '../model/claim.ts'
import { HEDGES } from '../model/count.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Review } from '../model/review.ts'
import { reviewRecordSchema, toReviewRecord } from './review-record.ts'
import { claimVersion } from './versions.ts'

const bound = z.number().int().nonnegative().nullable()
const day = z.iso.date().nullable()

/** How much of a claim's number an incident takes. */
const shareSchema = z.object({ id: z.string(), low: bound, high: bound })

/** Whether a slot was stated in the claim's own sentence or understood from elsewhere, and how sure the machine is. */
const slotSchema = z.object({ certainty: z.enum(['stated', 'implied']), confidence: z.number().min(0).max(1) })

/** Who says so, with the kind of source it is. */
const attributionSchema = z.object({ text: z.string(), type: z.enum(SOURCE_TYPES) })

const common = {
  doc: z.string().describe('The document, by the name users know it by.'),
  id: z.string().describe('Content id: the same words read by the same rules have the same one.'),
  start: z.number().int().nonnegative().describe("Half-open UTF-16 offsets into the document's text."),
  end: z.number().int().nonnegative().describe('The end of the passage.'),
  quote: z.string().describe('The passage: number and harm, as they stand.'),
  places: z.array(z.string()).describe("In the document's own words."),
  from: day.describe('The earliest day of the harm; null when only the end is known.'),
  to: day.describe('The latest day of the harm; null when unknown.'),
  means: z.enum(MEANS).nullable().describe('Null when not stated.'),
  actors: z.array(z.string()).describe("Who is said to have done it, in the document's own words."),
  sources: z.array(z.string()).describe('Who says so, the nearest speaker first.'),
  attribution: z.array(attributionSchema).describe('The same sources with the kind of source each is.'),
  incidents: z.array(shareSchema).describe('The incidents it feeds, and how much of its number each takes.'),
  confidence: z.number().min(0).max(1).describe('How sure the machine is, 0 to 1.'),
  rule: z.string().describe('The rule that found it.'),
  maker: z.object({ by: z.string(), version: z.string() }).describe('The stage, and its version, that made it.'),
  slots: z
    .record(z.string(), slotSchema)
    .describe('Slot by slot: stated in its own sentence or implied, and how sure.'),
  document: z.string().describe('The content id of the document; two documents may share a name.'),
  reviews: z.array(reviewRecordSchema).optional().describe('What people decided about it; in the store only.'),
  rejected: z.boolean().optional().describe('A person rejected it: it feeds nothing.'),
  version: z.string().optional().describe('Changes with every review; a write may tell which one it saw.'),
}

const countClaimSchema = z.object({
  kind: z.enum(['casualty', 'displacement']),
  ...common,
  metric: z.enum(METRICS),
  low: bound.describe('The low bound as stated; null = not stated.'),
  high: bound.describe('The high bound as stated; null = open or not stated.'),
  hedge: z.enum(HEDGES).describe('How the number is hedged.'),
  vague: z.string().nullable().describe('The vague word in place of a number ("dozens").'),
  unit: z.enum(['person', 'family']).describe('Families are never turned into people.'),
  each: z.boolean().describe('The number holds for each of the places.'),
  status: z.enum(STATUSES).describe('The victims, as the document presents them.'),
  groups: z
    .partialRecord(z.enum(GROUPS), z.tuple([bound, bound]))
    .describe('Subgroups named with it, each as [low, high]; [null, null] when uncounted.'),
  scope: z.enum(SCOPES).describe('Cumulative, forecast and denied claims feed no incident.'),
  partOf: z.string().nullable().describe('The claim of the document whose number it is a part of.'),
  relation: z.enum(['part', 'subset']).nullable().describe('An addend of it, or an overlapping subset.'),
  restates: z
    .string()
    .nullable()
    .describe('The earlier claim of the document that says the same; whoever sums drops this one.'),
})

const eventClaimSchema = z.object({
  kind: z.enum(['attack', 'control', 'agreement']),
  ...common,
  action: z.string().nullable().describe('What was done: captured, lost, holds; an agreement in its own words.'),
})

/** One claim, in the fields of the codebook and where it went. */
export const claimRecordSchema = z.discriminatedUnion('kind', [countClaimSchema, eventClaimSchema])
export type ClaimRecord = z.infer<typeof claimRecordSchema>
export type CountClaimRecord = z.infer<typeof countClaimSchema>
export type EventClaimRecord = z.infer<typeof eventClaimSchema>
/** The part of a claim's number that one incident takes. */
export type ClaimShare = z.infer<typeof shareSchema>

/** What a claim does not know of itself. */
export interface ClaimSurroundings {
  /** The name of the claim's document. */
  readonly doc: string
  readonly incidents?: readonly ClaimShare[]
  /** People's decisions about it, those that were withdrawn too. */
  readonly reviews?: readonly Review[]
  /** People's judgements on it, those that were withdrawn too. */
  readonly judgements?: readonly Judgement[]
  readonly rejected?: boolean
}

/** A claim as a record. */
export const toClaimRecord = (claim: Claim, around: ClaimSurroundings): ClaimRecord =>
  isCountClaim(claim) ? countRecord(claim, around) : eventRecord(claim, around)

/** Whether a record is about a number of people. */
export const isCountRecord = (claim: ClaimRecord): claim is CountClaimRecord =>
  claim.kind === 'casualty' || claim.kind === 'displacement'

// Two functions, each in the order in which people read the fields: what, how many, who, where, when, by whom, on whose word.
const countRecord = (claim: CountClaim, around: ClaimSurroundings): CountClaimRecord => ({
  ...head(claim, around),
  kind: claim.kind,
  metric: claim.metric,
  low: claim.count.low,
  high: claim.count.high,
  hedge: claim.count.hedge,
  vague: claim.count.vague,
  unit: claim.count.unit,
  each: claim.count.each,
  status: claim.status,
  groups: groupRecord(claim.groups),
  scope: claim.scope,
  partOf: claim.partOf,
  relation: claim.relation,
  restates: claim.restates,
  ...tail(claim, around),
})

const eventRecord = (claim: EventClaim, around: ClaimSurroundings): EventClaimRecord => ({
  ...head(claim, around),
  kind: claim.kind,
  action: claim.action,
  ...tail(claim, around),
})

const head = (claim: Claim, { doc }: ClaimSurroundings) => ({
  doc,
  id: claim.id as string,
  start: claim.start,
  end: claim.end,
  quote: claim.quote,
})

const tail = (claim: Claim, { incidents = [], reviews, judgements = [], rejected = false }: ClaimSurroundings) => ({
  places: claim.places.map((place) => place.text),
  from: claim.time.earliest,
  to: claim.time.latest,
  means: claim.means,
  actors: claim.actors.map((actor) => actor.text),
  sources: claim.sources.map((source) => source.text),
  attribution: claim.sources.map(({ text, type }) => ({ text, type })),
  incidents: incidents.map(({ id, low, high }) => ({ id, low, high })),
  confidence: claim.confidence,
  rule: claim.rule,
  maker: { by: claim.maker.by, version: claim.maker.version },
  slots: Object.fromEntries(
    Object.entries(claim.slots).map(([name, { certainty, confidence }]) => [name, { certainty, confidence }]),
  ),
  document: claim.document as string,
  ...(reviews === undefined
    ? {}
    : { reviews: reviews.map(toReviewRecord), rejected, version: claimVersion(claim.id, reviews, judgements) }),
})

const groupRecord = (groups: Groups): CountClaimRecord['groups'] => {
  const record: CountClaimRecord['groups'] = {}
  for (const group of GROUPS) {
    const bounds = groups[group]
    if (bounds !== undefined) record[group] = [bounds.low, bounds.high]
  }
  return record
}
