import { type Day, dayNumber, weekdayOf } from './time-range.ts'

/** By how many days on average the weekdays of a text must be younger for its metadata than for its own date line. */
const MUCH_YOUNGER = 3
/** Metadata further from the date line than this tell when somebody collected the page; nor does one weekday tell. */
const NEAR = 7
const SOME = 2

/**
 * The day on which a text was published of which its own date line and its metadata tell different days: that of its date
 * line, the outlet's own word, unless the metadata fit its words much better: a digit of the date line was lost ("3-02-2022" of
 * the 23rd), or the weekdays that the text names (0 = Sunday) would on average lie days further back: news is of yesterday.
 */
export const publicationDay = (own: Day, given: Day, weekdays: readonly number[]): Day => {
  if (isWithoutDigit(own, given)) return given
  if (weekdays.length < SOME || Math.abs(dayNumber(given) - dayNumber(own)) > NEAR) return own
  return ageOf(weekdays, own) - ageOf(weekdays, given) >= MUCH_YOUNGER ? given : own
}

/** "2022-02-03" for "2022-02-23". */
const isWithoutDigit = (own: Day, given: Day): boolean =>
  own.slice(0, 8) === given.slice(0, 8) && own < given && own.slice(8, 9) === '0' && own.slice(9) === given.slice(9)

/** How many days ago weekdays were, on average, on a day. */
const ageOf = (weekdays: readonly number[], day: Day): number =>
  weekdays.reduce((sum, weekday) => sum + ((weekdayOf(day) - weekday + 7) % 7), 0) / weekdays.length
