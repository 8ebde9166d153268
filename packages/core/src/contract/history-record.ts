import { z } from 'zod'
import { CHANGE_REASONS, type IncidentChange } from '../stages/reconcile/diff-incidents.ts'

const changeSchema = z.object({
  field: z.string().describe('killed, injured.civilians, place, grade, …'),
  before: z.string().nullable().describe('As figures read ("8 to 9"); null = was not there, or is no longer.'),
  after: z.string().nullable(),
  reason: z.enum(CHANGE_REASONS),
  claims: z.array(z.string()).describe('The claims that came or went with it.'),
  text: z.string(),
})
export type ChangeRecord = z.infer<typeof changeSchema>

/** A day on which an incident changed: by what was published then, by a person's decision, or by new rules. */
export const historyRecordSchema = z.object({
  id: z.string().describe("The incident's code."),
  day: z.iso.date(),
  changes: z.array(changeSchema),
})
export type HistoryRecord = z.infer<typeof historyRecordSchema>

/** The changes of an incident as records, a day each, in the order in which they come. */
export const toHistoryRecords = (
  id: string,
  changes: readonly (IncidentChange & { readonly day: string })[],
): readonly HistoryRecord[] => {
  const records: HistoryRecord[] = []
  for (const { day, ...change } of changes) {
    const last = records.at(-1)
    if (last?.day === day) last.changes.push(toChangeRecord(change))
    else records.push({ id, day, changes: [toChangeRecord(change)] })
  }
  return records
}

const toChangeRecord = ({ field, before, after, reason, claims, text }: IncidentChange): ChangeRecord => ({
  field,
  before,
  after,
  reason,
  claims: [...claims],
  text,
})
