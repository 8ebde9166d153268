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

/** One line of an import's ledger: a document that a file gave, or what of it was refused; also a file that was read before. */
export const importFileSchema = z.object({
  name: z.string(),
  at: z
    .string()
    .nullable()
    .describe('The line, row or byte inside the file that was refused; null when the whole is meant.'),
  stage: z
    .enum(['ingest', 'store', 'link'])
    .describe(
      'How far it came: `ingest` was not read, `store` is kept and waits to be linked, `link` counts in the incidents.',
    ),
  outcome: z
    .enum(['new', 'known', 'copied', 'refused'])
    .describe('`copied`: new, and it repeats another document as a whole.'),
  documents: z.number().int().nonnegative().describe('How many documents it gave.'),
  document: z
    .string()
    .nullable()
    .describe('The document; null for a file that was refused, or that gave documents in an earlier import.'),
  code: z.string().nullable(),
  text: z.string().nullable().describe('Why it was refused and what to do.'),
  retried: z
    .object({ import: z.number().int().positive(), outcome: z.enum(['new', 'known', 'refused']) })
    .nullable()
    .describe('Of what was refused: the last import of the same path that tried it again, and what came of it.'),
})
export type ImportFile = z.infer<typeof importFileSchema>

/** What `sijil imports show` prints with --json. */
export const importWithFilesSchema = importDetailSchema.extend({ files: z.array(importFileSchema) })
export type ImportWithFiles = z.infer<typeof importWithFilesSchema>
