import { z } from 'zod'

/** Something that could not be read: what was wrong, where, and what to do. */
export const refusalSchema = z.object({
  name: z.string(),
  at: z.string().nullable().describe('The line, row or byte inside it; null when the whole is meant.'),
  code: z.string(),
  text: z.string(),
})
export type RefusalRecord = z.infer<typeof refusalSchema>

/** What an ingest did. */
export const ingestReportSchema = z.object({
  new: z.number().int().nonnegative().describe('Documents that were not in the store.'),
  known: z.number().int().nonnegative().describe('Documents that were there already.'),
  copied: z
    .number()
    .int()
    .nonnegative()
    .describe(
      'Of the new: those that repeat another document as a whole, as far as the store knows when the import ends.',
    ),
  refused: z.number().int().nonnegative(),
  claims: z.number().int().nonnegative().describe('Claims read in the new documents.'),
  incidents: z.number().int().nonnegative().describe('Incidents in the store afterwards.'),
  refusals: z.array(refusalSchema),
})
export type IngestReport = z.infer<typeof ingestReportSchema>
