import { z } from 'zod'
import { SOURCE_TYPES } from '../model/claim.ts'
import { incidentRecordSchema } from './incident-record.ts'

const publishedSourceSchema = z.object({
  type: z.enum(SOURCE_TYPES),
  claims: z.number().int().positive().describe('How many claims of the incident name a source of this type.'),
  names: z.array(z.string()).optional().describe("The sources in the reports' own words; only in exports with names."),
})

const publishedQuoteSchema = z.object({
  claim: z.string(),
  doc: z.string(),
  outlet: z.string().nullable(),
  published: z.iso.date().nullable(),
  url: z.string().nullable(),
  start: z.number().int().nonnegative().describe("Half-open UTF-16 offsets of the passage in the document's text."),
  end: z.number().int().nonnegative(),
  text: z
    .string()
    .describe('The sentence around the passage; names of persons read "[name]" unless the export has names.'),
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
