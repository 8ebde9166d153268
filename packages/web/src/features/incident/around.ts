import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { IncidentSearch } from '../../lib/filters.ts'

const DAYS = 3
const DAY_MS = 86_400_000

/** What to look through for incidents that may be the same: those of the days around. */
export const around = ({ from, to }: Pick<IncidentRecord, 'from' | 'to'>): IncidentSearch => {
  const first = from ?? to
  const last = to ?? from
  return {
    ...(first === null ? {} : { from: shifted(first, -DAYS) }),
    ...(last === null ? {} : { to: shifted(last, DAYS) }),
  }
}

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)
