import { z } from 'zod'
import { refusalSchema } from './ingest-report.ts'

/** One import in the ledger: what was asked for, how it ended, what came of it. */
export const importRecordSchema = z.object({
  id: z.number().int().positive(),
  startedAt: z.iso.datetime({ offset: true }),
  finishedAt: z.iso.datetime({ offset: true }).nullable(),
  outcome: z.enum(['running', 'done', 'interrupted', 'failed']),
  paths: z.array(z.string()),
  new: z.number().int().nonnegative(),
  known: z.number().int().nonnegative(),
  copied: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
})
export type ImportRecord = z.infer<typeof importRecordSchema>

/** One import with all that it refused. */
export const importDetailSchema = importRecordSchema.extend({ refusals: z.array(refusalSchema) })
export type ImportDetail = z.infer<typeof importDetailSchema>
