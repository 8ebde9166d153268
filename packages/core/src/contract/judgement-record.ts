import { z } from 'zod'
import type { Judgement } from '../model/judgement.ts'
import { decisionVersion } from './versions.ts'

const VERDICTS = ['same', 'different', 'unsure'] as const

/** One judgement of a person: whether two claims, or two incidents, are one. */
export const judgementRecordSchema = z.object({
  id: z.string(),
  left: z.string(),
  right: z.string(),
  verdict: z.enum(VERDICTS),
  by: z.string(),
  reason: z.string(),
  at: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  version: z.string().describe('For its withdrawal: another once it was withdrawn.'),
})
export type JudgementRecord = z.infer<typeof judgementRecordSchema>

/** A judgement as a record. */
export const toJudgementRecord = ({
  id,
  left,
  right,
  verdict,
  by,
  reason,
  at,
  withdrawn,
}: Judgement): JudgementRecord => ({
  id,
  left,
  right,
  verdict,
  by,
  reason,
  at,
  withdrawn: withdrawn === null ? null : { ...withdrawn },
  version: decisionVersion({ id, withdrawn }),
})
