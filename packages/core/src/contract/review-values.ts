import { z } from 'zod'
import { GROUPS, MEANS, METRICS, SCOPES, SOURCE_TYPES, STATUSES } from '../model/claim.ts'
import { HEDGES } from '../model/count.ts'
import { GRADES } from '../model/incident.ts'
import type { ClaimField, IncidentField } from '../model/review.ts'

const bound = z.number().int().nonnegative().nullable()
const day = z.iso.date().nullable()
const inOrder = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null || high === null || low <= high
const ORDER = { error: 'the low bound is above the high one' }

/** A number of people as a claim states it. */
const countValue = z
  .object({
    low: bound,
    high: bound.describe('Null = open ("at least").'),
    hedge: z.enum(HEDGES).optional().describe('Left out: exact, at_least or range, as the bounds have it.'),
    vague: z.string().nullable().optional(),
    unit: z.enum(['person', 'family']).optional(),
    each: z.boolean().optional().describe('The number holds for each of the places.'),
  })
  .refine(inOrder, ORDER)

const figureValue = z
  .object({ low: bound, high: bound.describe('Null = open.'), best: bound.optional() })
  .refine(inOrder, ORDER)

const timeValue = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'it begins after it ends' })

/** A place by its words; where it lies is looked up unless it is told. */
export const placeValue = z.object({
  text: z.string().min(1).describe('As the report spells it.'),
  kind: z.enum(['settlement', 'admin', 'country', 'facility', 'area', 'unknown']).optional(),
  within: z.array(z.string().min(1)).optional().describe('Wider places, the nearest first.'),
  country: z.string().length(2).optional().describe('ISO 3166-1 alpha-2: look there only.'),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  name: z.string().min(1).optional().describe('The usual name of what stands there.'),
  precision: z.number().int().min(1).max(7).optional().describe('UCDP where_prec; 1 unless told.'),
  radius: z.number().nonnegative().optional().describe('Metres around the point.'),
  admin1: z.string().nullable().optional(),
})
export type PlaceValue = z.infer<typeof placeValue>

const groupsValue = z.partialRecord(z.enum(GROUPS), z.tuple([bound, bound]))
const sourceValue = z.object({ text: z.string().min(1), type: z.enum(SOURCE_TYPES) })

/** What the fields of a claim may be set to, by field. */
export const CLAIM_VALUES = {
  metric: z.enum(METRICS),
  count: countValue,
  status: z.enum(STATUSES),
  groups: groupsValue,
  scope: z.enum(SCOPES),
  places: z.array(placeValue),
  time: timeValue,
  means: z.enum(MEANS).nullable(),
  actors: z.array(z.string().min(1)),
  sources: z.array(sourceValue),
  part: z.object({
    of: z.string().nullable().describe('The claim of the same document that it is a part of.'),
    relation: z.enum(['part', 'subset']).nullable(),
  }),
  restates: z.string().nullable(),
} as const satisfies Readonly<Record<Exclude<ClaimField, 'claim'>, z.ZodType>>

/** What a field of an incident may be set to. Every figure has the shape of `killed`. */
export const incidentValueOf = (field: Exclude<IncidentField, 'incident'>): z.ZodType => {
  if (field === 'time') return timeValue
  if (field === 'place') return placeValue
  if (field === 'means') return z.array(z.enum(MEANS))
  if (field === 'actors') return z.array(z.string().min(1))
  return field === 'grade' ? z.enum(GRADES) : figureValue
}

/** The fields of a claim that a person adds. What is left out is unknown. */
export const addedClaimSchema = z.object({
  doc: z.string().min(1).describe("The document's name or content id."),
  start: z.number().int().nonnegative().optional().describe('Half-open UTF-16 offsets; or give `quote`.'),
  end: z.number().int().positive().optional(),
  quote: z.string().min(1).optional().describe('The passage as it stands, once in the document.'),
  metric: CLAIM_VALUES.metric,
  count: CLAIM_VALUES.count,
  status: CLAIM_VALUES.status.optional(),
  groups: CLAIM_VALUES.groups.optional(),
  scope: CLAIM_VALUES.scope.optional(),
  places: CLAIM_VALUES.places.optional(),
  time: CLAIM_VALUES.time.optional(),
  means: CLAIM_VALUES.means.optional(),
  actors: CLAIM_VALUES.actors.optional(),
  sources: CLAIM_VALUES.sources.optional(),
  part: CLAIM_VALUES.part.optional(),
})
export type AddedClaim = z.infer<typeof addedClaimSchema>
