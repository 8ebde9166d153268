import { z } from 'zod'
import type { Place, PlaceCandidate } from '../model/place.ts'

const PLACE_KINDS = ['settlement', 'admin', 'country', 'facility', 'area', 'unknown'] as const

/** One reading of a place's name. */
const candidateSchema = z.object({
  gazetteerId: z.string(),
  name: z.string(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  country: z.string(),
  admin1: z.string().nullable(),
  kind: z.enum(PLACE_KINDS),
  score: z.number(),
  why: z.array(z.string()),
})

/** Where a name lies, as exactly as is honest. A point is the place itself only at precision 1. */
export const placeRecordSchema = z.object({
  text: z.string(),
  name: z.string(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  precision: z.number().int().min(1).max(7).describe('UCDP where_prec, 1 (exact) to 7.'),
  radius: z.number().nonnegative().describe('Metres around the point.'),
  accuracy: z
    .string()
    .nullable()
    .describe("How exactly it is known, in the word of Airwars' ladder; null for a point that a person gave."),
  admin1: z.string().nullable(),
  country: z.string(),
  pcode: z.string().nullable().describe('Of the smallest area known to hold it.'),
  pcodes: z
    .object({
      adm0: z.string().nullable(),
      adm1: z.string().nullable(),
      adm2: z.string().nullable(),
      adm3: z.string().nullable(),
    })
    .nullable()
    .describe('P-codes of the country and of the areas of first to third order, as far as known.'),
  gazetteerId: z.string(),
  gazetteer: z.string(),
  runnersUp: z.array(candidateSchema),
})
export type PlaceRecord = z.infer<typeof placeRecordSchema>

/** A located place as a record. */
export const toPlaceRecord = (place: Place): PlaceRecord => ({
  text: place.text,
  name: place.name,
  lat: place.lat,
  lon: place.lon,
  precision: place.precision,
  radius: place.radius,
  accuracy: place.accuracy ?? null,
  admin1: place.admin1,
  country: place.country,
  pcode: place.pcode,
  pcodes: place.pcodes ?? null,
  gazetteerId: place.gazetteerId,
  gazetteer: place.gazetteer,
  runnersUp: place.runnersUp.map(toCandidateRecord),
})

const toCandidateRecord = (candidate: PlaceCandidate): PlaceRecord['runnersUp'][number] => ({
  ...candidate,
  why: [...candidate.why],
})
