/** A calendar day, `YYYY-MM-DD`, in the place where it happened; no time zone. */
export type Day = string

/**
 * When something happened: the earliest and the latest day it may have been, both inclusive.
 * `earliest: null` when only the end is known; both null when nothing is.
 * `precision` as UCDP's date_prec: 1 exact day · 2 two to six days · 3 the week · 4 the month · 5 longer or open.
 */
export interface TimeRange {
  readonly earliest: Day | null
  readonly latest: Day | null
  readonly precision: 1 | 2 | 3 | 4 | 5
}

const MS_A_DAY = 86_400_000

/** Days since 1970-01-01. Throws a RangeError on a string that is no calendar day. */
export const dayNumber = (day: Day): number => {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (!Number.isFinite(ms) || dayOf(ms / MS_A_DAY) !== day)
    throw new RangeError(`not a calendar day: ${JSON.stringify(day)}`)
  if (numbers.size >= MOST_DAYS) numbers.clear()
  numbers.set(day, ms / MS_A_DAY)
  return ms / MS_A_DAY
}

/** The day that many days after 1970-01-01. */
export const dayOf = (number: number): Day => {
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * MS_A_DAY).toISOString().slice(0, 10)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(number, day)
  return day
}

// Texts name few days again and again, and Date writes and reads them slowly: that was a twentieth of all extraction.
const MOST_DAYS = 50_000
const days = new Map<number, Day>()
const numbers = new Map<Day, number>()

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** Whether a string is a calendar day. */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00Z`)
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === value
}

/** The UCDP precision that the two bounds allow by themselves. */
export const precisionOf = (earliest: Day | null, latest: Day | null): TimeRange['precision'] => {
  if (earliest === null || latest === null) return 5
  const days = dayNumber(latest) - dayNumber(earliest) + 1
  if (days <= 1) return 1
  if (days <= 6) return 2
  if (days <= 7) return 3
  return days <= 31 ? 4 : 5
}

/** A range from its bounds. */
export const timeRange = (earliest: Day | null, latest: Day | null): TimeRange => ({
  earliest,
  latest,
  precision: precisionOf(earliest, latest),
})

/** Nothing is known of the time. */
export const UNKNOWN_TIME: TimeRange = { earliest: null, latest: null, precision: 5 }
