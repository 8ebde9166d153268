import { z } from 'zod'
import { placeRecordSchema } from '../../place-record.ts'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'
import { taskRecordSchema } from './tasks.ts'

const tag = 'Places'

export const countrySchema = z
  .string()
  .regex(/^[A-Za-z]{2}$/)
  .transform((code) => code.toUpperCase())
  .describe('ISO 3166-1 alpha-2.')

export const foundPlaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  kind: z.string(),
  country: z.string(),
  admin1: z.string().nullable(),
  pcode: z.string().nullable(),
  score: z.number().min(0).max(1).describe('How alike the name is.'),
  matched: z.string().describe('The name that it was found by.'),
})

export const gazetteerRecordSchema = z.object({
  name: z.string(),
  version: z.string(),
  format: z.string(),
  places: z.number().int().nonnegative(),
  source: z.string(),
  licence: z.string().nullable(),
  addedAt: z.string().nullable(),
  sha256: z.string().nullable(),
})

/** The readings of a name that were not chosen. */
export const placeCandidateListSchema = placeRecordSchema.shape.runnersUp

export const placeRoutes = {
  searchPlaces: route({
    method: 'get',
    path: '/api/places',
    tag,
    summary: 'Places called like this, in any spelling and script',
    needs: 'public',
    scope: 'read',
    query: z.object({
      name: lineSchema,
      country: countrySchema.optional(),
      limit: z.number().int().min(1).max(50).default(10),
    }),
    status: 200,
    reply: z.object({ items: z.array(foundPlaceSchema) }),
  }),
  placesNear: route({
    method: 'get',
    path: '/api/places/near',
    tag,
    summary: 'Incidents near a point, the nearest first, and the area that holds it',
    needs: 'viewer',
    scope: 'read',
    query: z.object({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      km: z.number().min(0.1).max(500).default(10),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    reply: z.object({
      area: z.object({ country: z.string(), admin1: z.string().nullable() }).nullable(),
      items: z.array(z.object({ code: z.string(), km: z.number().nonnegative() })),
    }),
  }),
  listGazetteers: route({
    method: 'get',
    path: '/api/gazetteers',
    tag,
    summary: 'The gazetteers in use',
    needs: 'public',
    scope: 'read',
    status: 200,
    reply: z.object({ items: z.array(gazetteerRecordSchema) }),
  }),
  importGazetteer: route({
    method: 'post',
    path: '/api/gazetteers',
    tag,
    summary: 'Use the places of a file: a GeoNames dump, alternate names, a table',
    about: 'Claims that are stored keep their places until gazetteers are applied.',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'tells',
    query: z.object({
      file: lineSchema.describe("The file's name: its ending tells the format."),
      name: lineSchema.optional().describe("What to call it; the file's name unless told."),
      replaces: lineSchema.optional().describe('The `sha256` of the one of that name that it is to replace.'),
      source: lineSchema.optional().describe('Where it came from, for the record.'),
      licence: lineSchema.optional(),
    }),
    takes: { mediaTypes: ['application/octet-stream'], about: 'The file as it is.' },
    status: 202,
    reply: taskRecordSchema,
  }),
  applyGazetteers: route({
    method: 'post',
    path: '/api/gazetteers/application',
    tag,
    summary: 'Place the stored claims anew by the gazetteers in use, and bring the record up to date',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'folds',
    status: 202,
    reply: taskRecordSchema,
  }),
  removeGazetteer: route({
    method: 'delete',
    path: '/api/gazetteers/{name}',
    tag,
    summary: 'Remove an imported gazetteer',
    about: '`If-Match` carries its `sha256`.',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    versioned: true,
    params: z.object({ name: lineSchema }),
    status: 204,
    reply: null,
  }),
} as const
