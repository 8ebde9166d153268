import { z } from 'zod'
import { claimRecordSchema } from '../../claim-record.ts'
import { placeRecordSchema } from '../../place-record.ts'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'
import { countrySchema, placeCandidateListSchema } from './places.ts'

const tag = 'Reading without keeping'
const MOST_CHARACTERS = 200_000
const MOST_TEXTS = 100

export const readingRoutes = {
  extractText: route({
    method: 'post',
    path: '/api/extract',
    tag,
    summary: 'The claims in a text; nothing is kept',
    needs: 'coder',
    scope: 'read',
    writes: 'nothing',
    body: z.strictObject({
      text: z.string().min(1).max(MOST_CHARACTERS),
      outlet: lineSchema.optional(),
      published: z.iso.date().optional().describe('What days of the week are counted from; today unless told.'),
      title: lineSchema.optional(),
    }),
    status: 200,
    reply: z.object({
      language: z.string().nullable().describe('ISO 639-1; null where it could not be told.'),
      claims: z.array(claimRecordSchema).describe('In the order of the text; none was located or linked.'),
      warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    }),
  }),
  locateText: route({
    method: 'post',
    path: '/api/locate',
    tag,
    summary: 'Where the places lie that texts name; nothing is kept',
    needs: 'viewer',
    scope: 'read',
    writes: 'nothing',
    body: z.strictObject({
      texts: z
        .array(z.strictObject({ id: lineSchema, text: z.string().min(1).max(20_000) }))
        .min(1)
        .max(MOST_TEXTS),
      country: countrySchema.optional().describe('Look in this country alone; ISO 3166-1 alpha-2.'),
    }),
    status: 200,
    reply: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          places: z.array(
            placeRecordSchema.omit({ runnersUp: true }).extend({
              start: z.number().int().nonnegative(),
              end: z.number().int().nonnegative(),
              candidates: placeCandidateListSchema,
              why: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
} as const
