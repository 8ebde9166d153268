import { z } from 'zod'
import { SOURCE_TYPES } from '../model/claim.ts'
import { incidentRecordSchema } from './incident-record.ts'

const publishedSourceSchema = z.object({
  type: z.enum(SOURCE_TYPES),
  /** How many claims of the incident name a source of this type. */
  claims: z.number().int().positive(),
  /** The sources in the reports' own words; only in exports with names. */
  names: z.array(z.string()).optional(),
})

const publishedQuoteSchema = z.object({
  claim: z.string(),
  doc: z.string(),
  outlet: z.string().nullable(),
  published: z.iso.date().nullable(),
  url: z.string().nullable(),
  /** Half-open UTF-16 offsets of the passage in the document's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The sentence around the passage; names of persons read "[name]" unless the export has names. */
  text: z.string(),
})

/** An incident as it leaves the house: the record, what its grade means, who says so by type, and the quotes. */
export const publishedIncidentSchema = incidentRecordSchema.extend({
  gradeMeaning: z.string(),
  sources: z.array(publishedSourceSchema),
  quotes: z.array(publishedQuoteSchema),
})
export type PublishedIncident = z.infer<typeof publishedIncidentSchema>
export type PublishedSource = z.infer<typeof publishedSourceSchema>
export type PublishedQuote = z.infer<typeof publishedQuoteSchema>
