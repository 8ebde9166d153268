import { z } from 'zod'
import { GROUPS, MEANS, METRICS } from '../model/claim.ts'
import { CONFIRMATIONS } from '../model/confirmation.ts'
import type { DocumentId } from '../model/document.ts'
import { GRADES, type Incident } from '../model/incident.ts'
import type { Place } from '../model/place.ts'
import { INCIDENT_FIELDS } from '../model/review.ts'
import { checkSchema, toCheckRecord } from './check-record.ts'
import { figureSchema, rangeSchema, toFigureRecord, toRangeRecord } from './range-record.ts'
import { incidentVersion } from './versions.ts'

const day = z.iso.date().nullable()

/** Where an incident was; every field null that nobody told or no gazetteer knows. */
const incidentPlaceSchema = z.object({
  text: z.string().nullable().describe('As the reports spell it.'),
  name: z
    .string()
    .nullable()
    .describe("The gazetteer's name of what could be located: the place, or the area it lies in."),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  precision: z
    .number()
    .int()
    .min(1)
    .max(7)
    .nullable()
    .describe('UCDP where_prec, 1 (exact) to 7; null when not located. The point is the place itself only at 1.'),
  admin1: z.string().nullable(),
  country: z.string().nullable(),
  radius: z.number().nonnegative().nullable().describe('Metres around the point within which it lies.'),
  pcode: z.string().nullable(),
  gazetteer: z.string().nullable(),
})
export type IncidentPlaceRecord = z.infer<typeof incidentPlaceSchema>

/**
 * One incident, or one roll-up that sums several. All numbers are of people **as reported**: ranges of reports, not of
 * deaths. A roll-up is never added to the incidents that name it in `partOf`.
 */
export const incidentRecordSchema = z.object({
  id: z.string().describe('The permanent code; never reused.'),
  kind: z.enum(['incident', 'rollup']).describe('A rollup sums incidents and is never added to them.'),
  from: day.describe('The earliest day it may have been.'),
  to: day.describe('The latest day it may have been.'),
  datePrecision: z
    .number()
    .int()
    .min(1)
    .max(5)
    .describe('UCDP date_prec: 1 exact day · 2 two to six days · 3 week · 4 month · 5 longer or open.'),
  place: incidentPlaceSchema,
  killed: figureSchema,
  injured: figureSchema,
  killedOrInjured: rangeSchema,
  missing: rangeSchema,
  abducted: rangeSchema,
  displaced: rangeSchema,
  children: rangeSchema.describe('Among the killed.'),
  women: rangeSchema.describe('Among the killed.'),
  groups: z
    .partialRecord(z.enum(GROUPS), rangeSchema)
    .describe('All subgroups that were named among the killed, children and women too.'),
  reported: z
    .array(z.enum(METRICS))
    .describe('The metrics that any claim reports, with a number or without ("dozens").'),
  means: z.array(z.enum(MEANS)),
  actors: z.array(z.string()).describe("Who is said to have done it, in the reports' own words."),
  documents: z.array(z.string()).describe('The documents that report it, by name.'),
  origins: z.number().int().nonnegative().describe('How many independent origins the documents rest on.'),
  grade: z.enum(GRADES).describe("Airwars' five grades; `sijil incident` prints the meaning."),
  confirmation: z
    .enum(CONFIRMATIONS)
    .describe('How far it is corroborated; `confirmed` and `rejected` are decisions of people.'),
  claims: z.array(z.string()).describe('The ids of its claims.'),
  partOf: z.array(z.string()).describe('The roll-ups it stands under.'),
  checks: z
    .array(checkSchema)
    .describe('Sums and bounds that were checked; those that fail are shown, never smoothed over.'),
  reviews: z.array(z.string()).describe('The ids of the reviews that made it what it is.'),
  judgements: z.array(z.string()).describe('The ids of the judgements that stand on its claims.'),
  overruled: z
    .array(z.object({ field: z.enum(INCIDENT_FIELDS), review: z.string(), machine: z.unknown() }))
    .describe('The fields that people decided, with what the machine has there.'),
  version: z.string().describe('Changes with whatever it says; a write may tell which one it saw.'),
})
export type IncidentRecord = z.infer<typeof incidentRecordSchema>

/** The names users know documents by. */
export type DocumentNames = ReadonlyMap<DocumentId, string>

/** An incident as a record. A document that `names` lacks keeps its content id. */
export const toIncidentRecord = (incident: Incident, names: DocumentNames): IncidentRecord => ({
  id: incident.code,
  kind: incident.kind,
  from: incident.time.earliest,
  to: incident.time.latest,
  datePrecision: incident.time.precision,
  place: toIncidentPlace(incident.place, incident.placeText),
  killed: toFigureRecord(incident.figures.killed),
  injured: toFigureRecord(incident.figures.injured),
  killedOrInjured: toRangeRecord(incident.figures.killed_or_injured?.all),
  missing: toRangeRecord(incident.figures.missing?.all),
  abducted: toRangeRecord(incident.figures.abducted?.all),
  displaced: toRangeRecord(incident.figures.displaced?.all),
  children: toRangeRecord(incident.groups.children),
  women: toRangeRecord(incident.groups.women),
  groups: groupRanges(incident),
  reported: METRICS.filter((metric) => incident.figures[metric] !== undefined),
  means: [...incident.means],
  actors: [...incident.actors],
  documents: incident.documents.map((id) => names.get(id) ?? id),
  origins: incident.origins.length,
  grade: incident.grade,
  confirmation: incident.confirmation,
  claims: [...incident.claims],
  partOf: [...incident.partOf],
  checks: incident.checks.map(toCheckRecord),
  reviews: [...incident.reviews],
  judgements: [...incident.judgements],
  overruled: incident.overruled.map(({ field, review, machine }) => ({ field, review, machine })),
  version: incidentVersion(incident),
})

const toIncidentPlace = (place: Place | null, text: string | null): IncidentPlaceRecord => ({
  text: text ?? place?.text ?? null,
  name: place?.name ?? null,
  lat: place?.lat ?? null,
  lon: place?.lon ?? null,
  precision: place?.precision ?? null,
  admin1: place?.admin1 ?? null,
  country: place?.country ?? null,
  radius: place?.radius ?? null,
  pcode: place?.pcode ?? null,
  gazetteer: place?.gazetteer ?? null,
})

const groupRanges = (incident: Incident): IncidentRecord['groups'] => {
  const record: IncidentRecord['groups'] = {}
  for (const group of GROUPS) {
    const figure = incident.groups[group]
    if (figure !== undefined) record[group] = toRangeRecord(figure)
  }
  return record
}
