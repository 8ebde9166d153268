import { z } from 'zod'
import { refusalSchema } from './ingest-report.ts'

const OUTCOMES = ['running', 'done', 'interrupted', 'failed'] as const

/** One import in the ledger: what was asked for, how it ended, what came of it. */
export const importRecordSchema = z.object({
  id: z.number().int().positive(),
  startedAt: z.string(),
  finishedAt: z.string().nullable().describe('Null while it runs.'),
  outcome: z.enum(OUTCOMES),
  paths: z.array(z.string()),
  new: z
    .number()
    .int()
    .nonnegative()
    .describe('Documents: how many were not in the store, how many were, and how many of the new copy an earlier one.'),
  known: z.number().int().nonnegative(),
  copied: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
})
export type ImportRecord = z.infer<typeof importRecordSchema>

/** One import with all that it refused. */
export const importDetailSchema = importRecordSchema.extend({ refusals: z.array(refusalSchema) })
export type ImportDetail = z.infer<typeof importDetailSchema>
