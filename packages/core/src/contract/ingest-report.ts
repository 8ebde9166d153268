import { z } from 'zod'

/** Something that could not be read: what was wrong, where, and what to do. */
export const refusalSchema = z.object({
  name: z.string(),
  /** The line, row or byte inside it; null when the whole is meant. */
  at: z.string().nullable(),
  code: z.string(),
  text: z.string(),
})
export type RefusalRecord = z.infer<typeof refusalSchema>

/** What an ingest did. */
export const ingestReportSchema = z.object({
  /** Documents that were not in the store. */
  new: z.number().int().nonnegative(),
  /** Documents that were there already. */
  known: z.number().int().nonnegative(),
  /** Of the new: those that copy an earlier document, in whole or in part. */
  copied: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  /** Claims read in the new documents. */
  claims: z.number().int().nonnegative(),
  /** Incidents in the store afterwards. */
  incidents: z.number().int().nonnegative(),
  refusals: z.array(refusalSchema),
})
export type IngestReport = z.infer<typeof ingestReportSchema>
