import { z } from 'zod'
import { CHANGE_REASONS, type IncidentChange } from '../stages/reconcile/diff-incidents.ts'

const changeSchema = z.object({
  /** `killed`, `injured.civilians`, `place`, `grade`, … */
  field: z.string(),
  /** As figures read ("8 to 9"); null = was not there, or is no longer. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.enum(CHANGE_REASONS),
  /** The claims that came or went with it. */
  claims: z.array(z.string()),
  text: z.string(),
})
export type ChangeRecord = z.infer<typeof changeSchema>

/** One moment at which an incident changed: when, by which import (null = by a person), and every change with its reason. */
export const historyRecordSchema = z.object({
  /** The incident's code. */
  id: z.string(),
  at: z.string(),
  import: z.number().int().positive().nullable(),
  changes: z.array(changeSchema),
})
export type HistoryRecord = z.infer<typeof historyRecordSchema>

/** A change as a record. */
export const toChangeRecord = ({ field, before, after, reason, claims, text }: IncidentChange): ChangeRecord => ({
  field,
  before,
  after,
  reason,
  claims: [...claims],
  text,
})
