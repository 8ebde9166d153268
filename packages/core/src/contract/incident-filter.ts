import { z } from 'zod'
import { MEANS, METRICS } from '../model/claim.ts'
import { GRADES } from '../model/incident.ts'
import { bboxSchema } from './bbox.ts'

const people = z.number().int().nonnegative().max(2_000_000_000)

/** What narrows by where it was; the same for incidents, claims and documents. */
export const placeFilterShape = {
  place: z
    .string()
    .min(1)
    .optional()
    .describe("A place's name in any spelling or script, or that of an area or country."),
  country: z.string().length(2).optional().describe('ISO 3166-1 alpha-2.'),
  bbox: bboxSchema.optional().describe('Degrees: [west, south, east, north].'),
}

/** What full-text search takes. */
export const searchSchema = z
  .string()
  .min(1)
  .max(500)
  .describe('Words, all of which must stand there in any form: `shelling market -Aleppo "on the road"`, `OR` between.')

/** Which incidents are asked for; what is left out does not narrow. */
export const incidentFilterSchema = z.object({
  search: searchSchema
    .optional()
    .describe('Words of its place, its actors, the sentences of its claims or the titles of its documents.'),
  kind: z.enum(['incident', 'rollup']).optional(),
  from: z.iso.date().optional().describe('First day; incidents that ended before it are left out.'),
  to: z.iso.date().optional().describe('Last day; incidents that began after it are left out.'),
  ...placeFilterShape,
  actor: z.string().min(1).optional().describe('A part of the name of who is said to have done it.'),
  means: z.enum(MEANS).optional(),
  grade: z.array(z.enum(GRADES)).optional().describe('Any of these grades.'),
  metric: z.enum(METRICS).optional().describe('Only where some claim reports this harm, with a number or without.'),
  minKilled: people
    .optional()
    .describe('At least so many killed, by the high bound (open counts as more than any number).'),
  maxKilled: people.optional().describe('At most so many killed, by the low bound.'),
  minInjured: people.optional().describe('At least so many injured, by the high bound.'),
  minOrigins: people.optional().describe('Resting on at least so many independent origins.'),
})
export type IncidentFilter = z.infer<typeof incidentFilterSchema>

/** Orders of incidents: by day, those without any day last; by the high bound of the killed, open ones first. */
export const INCIDENT_SORTS = ['oldest', 'newest', 'deadliest'] as const
export type IncidentSort = (typeof INCIDENT_SORTS)[number]
