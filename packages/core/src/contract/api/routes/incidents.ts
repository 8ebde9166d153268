import { z } from 'zod'
import { MEANS } from '../../../model/claim.ts'
import { GRADES } from '../../../model/incident.ts'
import { comparisonRecordSchema } from '../../comparison-record.ts'
import { historyRecordSchema } from '../../history-record.ts'
import { incidentDetailSchema } from '../../incident-detail.ts'
import { INCIDENT_SORTS, incidentFilterSchema } from '../../incident-filter.ts'
import { incidentRecordSchema } from '../../incident-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { route } from '../route.ts'
import { codeSchema } from '../values.ts'

const tag = 'Incidents'
const figure = z.object({
  low: z.number().int().nullable(),
  high: z.number().int().nullable(),
  best: z.number().int().nullable(),
})

const incidentPointSchema = z.object({
  code: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  radius: z.number().nullable(),
  precision: z.number().int().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  killed: figure,
  injured: figure,
  means: z.array(z.enum(MEANS)),
  grade: z.enum(GRADES),
  actors: z.array(z.string()),
  place: z.string().nullable().describe('As it is shown.'),
  admin1: z.string().nullable(),
  country: z.string().nullable(),
})
export type IncidentPoint = z.infer<typeof incidentPointSchema>

const params = z.object({ code: codeSchema.describe("The incident's code; that of a merged or split one leads on.") })

export const incidentRoutes = {
  listIncidents: route({
    method: 'get',
    path: '/api/incidents',
    tag,
    summary: 'Incidents and roll-ups, by day unless another order is asked for',
    about:
      'An incident is shown to whoever may read all documents behind it. Roll-ups are never to be added to incidents.',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: pageRequestSchema.extend({ ...incidentFilterSchema.shape, sort: z.enum(INCIDENT_SORTS).optional() }),
    status: 200,
    reply: pageSchema(incidentRecordSchema),
  }),
  showIncident: route({
    method: 'get',
    path: '/api/incidents/{code}',
    tag,
    summary: 'One incident with every claim behind it',
    about:
      '`asOf` shows it as the documents published by the end of that day tell it. `ETag` is its version, for writes.',
    needs: 'public',
    scope: 'read',
    protects: true,
    params,
    query: z.object({ asOf: z.iso.date().optional() }),
    status: 200,
    reply: incidentDetailSchema,
  }),
  incidentPoints: route({
    method: 'get',
    path: '/api/incidents/points',
    tag,
    summary: 'All incidents that a filter leaves, as much of each as a map or a chart needs',
    about: 'No pages: at most 50,000. Roll-ups are left out, so that sums count nobody twice.',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: incidentFilterSchema.omit({ kind: true }),
    status: 200,
    reply: z.object({
      items: z.array(incidentPointSchema),
      unplaced: z.number().int().nonnegative().describe('How many of them could not be located.'),
      complete: z.boolean().describe('False: there are more.'),
    }),
  }),
  compareIncident: route({
    method: 'get',
    path: '/api/incidents/{code}/comparison',
    tag,
    summary: 'What each codebook makes of its claims, side by side',
    needs: 'public',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: z.object({ items: z.array(comparisonRecordSchema) }),
  }),
  showHistory: route({
    method: 'get',
    path: '/api/incidents/{code}/history',
    tag,
    summary: 'How it came to be what it is, day by day',
    needs: 'public',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: z.object({ items: z.array(historyRecordSchema) }),
  }),
} as const
