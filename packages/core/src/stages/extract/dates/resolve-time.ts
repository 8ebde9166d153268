import type { ClassWord } from '../../../lexicon/patterns.ts'
import { dayNumber, dayOf } from '../../../model/time-range.ts'

/** Days since 1970-01-01, both inclusive; `from: null` = open. */
export interface Days {
  readonly from: number | null
  readonly to: number
}

/**
 * What a time expression comes to: days, or so many days from the event that the text spoke of before, or the very days
 * that the text spoke of before, or all days since.
 */
export type Resolved =
  | { readonly kind: 'days'; readonly days: Days; readonly vague: boolean }
  | { readonly kind: 'shift'; readonly by: number }
  | { readonly kind: 'again' }
  | { readonly kind: 'since' }

type Resolve = (values: readonly ClassWord[], today: number) => Days | null

const YEAR = 365
const valuesOf = (values: readonly ClassWord[], name: string): number[] =>
  values.filter((v) => v.name === name).map((v) => Number(v.value))
const one = (values: readonly ClassWord[], name: string): number => valuesOf(values, name)[0] ?? Number.NaN

/** A day of the calendar; null where the calendar has none such. */
const calendarDay = (year: number, month: number, day: number): number | null => {
  const ms = Date.UTC(year, month - 1, day)
  return Number.isFinite(ms) && new Date(ms).getUTCDate() === day ? ms / 86_400_000 : null
}

const single = (day: number | null): Days | null => (day === null ? null : { from: day, to: day })
const yearOf = (day: number): number => Number(dayOf(day).slice(0, 4))
const monthOf = (day: number): number => Number(dayOf(day).slice(5, 7))
const monthStart = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000
const wholeMonth = (year: number, month: number): Days => ({
  from: monthStart(year, month),
  to: monthStart(year, month + 1) - 1,
})
const wholeYear = (year: number): Days => ({ from: monthStart(year, 1), to: monthStart(year + 1, 1) - 1 })
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The latest such weekday on or before a day. */
export const weekdayBefore = (wanted: number, today: number): number => today - ((weekday(today) - wanted + 7) % 7)

/** A month's day without a year: the nearest one not after the dateline. */
const pastDay = (month: number, day: number, today: number): number | null => {
  const year = yearOf(today)
  const here = calendarDay(year, month, day)
  return here !== null && here <= today + 1 ? here : calendarDay(year - 1, month, day)
}

const dayMonthYear: Resolve = (v) => single(calendarDay(one(v, 'year'), one(v, 'month'), one(v, 'day')))
const dayMonth: Resolve = (v, today) => single(pastDay(one(v, 'month'), one(v, 'day'), today))
/** "19-20": both days. */
const daysOfRange = (v: readonly ClassWord[]): readonly number[] =>
  v.flatMap(({ name, value }) => (name === 'days' ? value.split(/[-–]/).map(Number) : []))
const monthDays: Resolve = (v, today) => {
  const months = valuesOf(v, 'month')
  const year = one(v, 'year')
  const [a, b] = [...valuesOf(v, 'day'), ...daysOfRange(v)].map((day, i) => {
    const inMonth = months[i] ?? one(v, 'month')
    return Number.isNaN(year) ? pastDay(inMonth, day, today) : calendarDay(year, inMonth, day)
  })
  return a === undefined || b === undefined || a === null || b === null
    ? null
    : { from: Math.min(a, b), to: Math.max(a, b) }
}
const weekdays: Resolve = (v, today) => {
  const days = valuesOf(v, 'weekday').map((day) => weekdayBefore(day, today))
  return days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) }
}
const month: Resolve = (v, today) => {
  const wanted = one(v, 'month')
  const year = wanted <= monthOf(today) ? yearOf(today) : yearOf(today) - 1
  return clipped(thirdOf(wholeMonth(year, wanted), one(v, 'third')), today)
}
/** "the first week of March" */
const weekOfMonth: Resolve = (v, today) => {
  const days = month(v, today)
  const from = days?.from == null ? null : days.from + 7 * (one(v, 'nth') - 1)
  return from === null ? null : { from, to: from + 6 }
}
/** The first, second or last ten days of a month ("mid-March"). */
const thirdOf = (days: Days, third: number): Days => {
  const from = days.from ?? days.to
  if (third === 1) return { from, to: from + 9 }
  if (third === 2) return { from: from + 10, to: from + 19 }
  return third === 3 ? { from: from + 20, to: days.to } : days
}
const clipped = (days: Days, today: number): Days =>
  days.to > today && (days.from ?? 0) <= today ? { ...days, to: today } : days
const unitDays = (unit: string): number =>
  ({ day: 1, night: 1, week: 7, weekend: 7, fortnight: 14, month: 30, year: YEAR, decade: 10 * YEAR })[unit] ?? 0
const countOf = (v: readonly ClassWord[]): number => one(v, 'count') || one(v, 'number') || 1
const unitOf = (v: readonly ClassWord[]): string => v.find((x) => x.name === 'unit')?.value ?? 'day'

const ago: Resolve = (v, today) => {
  const unit = unitOf(v)
  const count = v.some((x) => x.name === 'count' || x.name === 'number') ? countOf(v) : 1
  if (unit === 'hour')
    return {
      from: count >= 24 ? today - Math.round(count / 24) : today,
      to: count >= 24 ? today - Math.round(count / 24) : today,
    }
  const middle = today - count * unitDays(unit)
  if (unit === 'day' || unit === 'night') return { from: middle, to: middle }
  if (unit === 'month') return wholeMonth(yearOf(middle), monthOf(middle))
  if (unit === 'year') return wholeYear(yearOf(today) - count)
  return { from: middle - 3, to: middle + 3 }
}
const pastUnits: Resolve = (v, today) => {
  const unit = unitOf(v)
  const count = v.some((x) => x.name === 'count' || x.name === 'number') ? countOf(v) : 1
  if (unit === 'hour') return { from: today - Math.max(1, Math.ceil(count / 24)), to: today }
  if (unit === 'month')
    return { from: calendarDay(yearOf(today), monthOf(today) - count, 1) ?? today - 30 * count, to: today }
  if (unit === 'year') return { from: today - YEAR * count, to: today }
  return { from: today - count * unitDays(unit), to: today }
}
/** "three days of attacks", of which today is the last; hours of them are of one day, whichever it was. */
const daysOf: Resolve = (v, today) => {
  const unit = unitOf(v)
  if (unit === 'hour') return null
  return unit === 'day' || unit === 'night' ? { from: today - countOf(v) + 1, to: today } : pastUnits(v, today)
}
const dmy: Resolve = (v) => {
  const [day, m, year] = (v[0]?.value ?? '').split(/[./-]/).map(Number)
  if (day === undefined || m === undefined || year === undefined) return null
  return single(m > 12 ? calendarDay(year, day, m) : calendarDay(year, m, day))
}
const monthFused: Resolve = (v) => {
  const fused = v.find((x) => x.name === 'fused')?.value ?? ''
  return single(calendarDay(Number(fused.slice(-4)), one(v, 'month'), Number(fused.slice(0, -4))))
}
const lastWeek: Resolve = (_, today) => {
  const sunday = today - weekday(today)
  return { from: sunday - 6, to: sunday }
}

/** A word for two of a unit ("يومين"). */
const TWO: ClassWord = { name: 'count', value: '2' }
const asUnit = (word: ClassWord): ClassWord => (word.name === 'pair' ? { ...word, name: 'unit' } : word)

/** The arithmetic of each meaning that a pattern may have, with whether it is vague by nature. */
const MEANINGS: Readonly<Record<string, { readonly resolve: Resolve; readonly vague: boolean }>> = {
  iso: { resolve: (v) => single(isoDay(v[0]?.value ?? '')), vague: false },
  dmy: { resolve: dmy, vague: false },
  'day-month-year': { resolve: dayMonthYear, vague: false },
  'month-day-year': { resolve: dayMonthYear, vague: false },
  'wd-month-day-year': { resolve: dayMonthYear, vague: false },
  'wd-day-month-year': { resolve: dayMonthYear, vague: false },
  'month-fused': { resolve: monthFused, vague: false },
  'day-month': { resolve: dayMonth, vague: false },
  'month-day': { resolve: dayMonth, vague: false },
  'wd-month-day': { resolve: dayMonth, vague: false },
  'wd-day-month': { resolve: dayMonth, vague: false },
  'month-days': { resolve: monthDays, vague: false },
  'days-month': { resolve: monthDays, vague: false },
  'month-year': {
    resolve: (v, today) => clipped(thirdOf(wholeMonth(one(v, 'year'), one(v, 'month')), one(v, 'third')), today),
    vague: true,
  },
  'week-of-month': { resolve: weekOfMonth, vague: true },
  'month-last-year': { resolve: (v, today) => wholeMonth(yearOf(today) - 1, one(v, 'month')), vague: true },
  month: { resolve: month, vague: true },
  year: { resolve: (v, today) => clipped(wholeYear(one(v, 'year')), today), vague: true },
  weekday: { resolve: weekdays, vague: false },
  weekdays: { resolve: weekdays, vague: false },
  'last-weekday': { resolve: (v, today) => single(weekdayBefore(one(v, 'weekday'), today - 1)), vague: false },
  'weekday-last-week': {
    resolve: (v, today) => single((lastWeek([], today)?.from ?? today) + ((one(v, 'weekday') + 6) % 7)),
    vague: false,
  },
  today: { resolve: (_, today) => single(today), vague: false },
  hours: { resolve: (_, today) => single(today), vague: false },
  yesterday: { resolve: (_, today) => single(today - 1), vague: false },
  overnight: { resolve: (_, today) => ({ from: today - 1, to: today }), vague: false },
  'past-hours': {
    resolve: (v, today) => ({ from: today - Math.max(1, Math.ceil(countOf(v) / 24)), to: today }),
    vague: false,
  },
  'past-units': { resolve: pastUnits, vague: false },
  'days-of': { resolve: daysOf, vague: false },
  'past-unit': { resolve: pastUnits, vague: false },
  'recent-days': { resolve: (_, today) => ({ from: null, to: today }), vague: true },
  'recent-weeks': { resolve: (_, today) => ({ from: null, to: today }), vague: true },
  'recent-months': { resolve: (_, today) => ({ from: null, to: today }), vague: true },
  'last-week': { resolve: lastWeek, vague: true },
  'last-weekend': {
    resolve: (_, today) => ({ from: weekdayBefore(6, today - 1), to: weekdayBefore(6, today - 1) + 1 }),
    vague: false,
  },
  'last-month': {
    resolve: (_, today) =>
      wholeMonth(
        yearOf(monthStart(yearOf(today), monthOf(today)) - 1),
        monthOf(monthStart(yearOf(today), monthOf(today)) - 1),
      ),
    vague: true,
  },
  'last-year': { resolve: (_, today) => wholeYear(yearOf(today) - 1), vague: true },
  'this-week': { resolve: (_, today) => ({ from: weekdayBefore(1, today), to: today }), vague: true },
  'this-month': {
    resolve: (_, today) => ({ from: monthStart(yearOf(today), monthOf(today)), to: today }),
    vague: true,
  },
  'this-year': { resolve: (_, today) => ({ from: monthStart(yearOf(today), 1), to: today }), vague: true },
  'year-start': { resolve: (_, today) => single(monthStart(yearOf(today), 1)), vague: true },
  'nth-year': {
    resolve: (v, today) => ({ from: monthStart(yearOf(today) - one(v, 'nth') + 1, 1), to: today }),
    vague: true,
  },
  ago: { resolve: ago, vague: false },
  'pair-ago': { resolve: (v, today) => ago([...v.map(asUnit), TWO], today), vague: false },
  'pair-past': { resolve: (v, today) => pastUnits([...v.map(asUnit), TWO], today), vague: false },
  'ago-one': { resolve: ago, vague: false },
}

const isoDay = (text: string): number | null => {
  try {
    return dayNumber(text)
  } catch {
    return null
  }
}

/** What a pattern's meaning comes to on a dateline; null for a future or impossible time. */
export const resolveTime = (meaning: string, values: readonly ClassWord[], today: number): Resolved | null => {
  if (meaning === 'same-day' || meaning === 'moments-later') return { kind: 'again' }
  if (meaning === 'since-then') return { kind: 'since' }
  if (meaning === 'day-before') return { kind: 'shift', by: -1 }
  if (meaning === 'day-after' || meaning === 'day-before-now') return { kind: 'shift', by: 1 }
  if (meaning === 'days-before') return { kind: 'shift', by: -countOf(values) }
  if (meaning === 'days-after' || meaning === 'days-before-now') return { kind: 'shift', by: countOf(values) }
  const known = MEANINGS[meaning]
  const days = known?.resolve(values, today)
  return known === undefined || days === null || days === undefined || Number.isNaN(days.to)
    ? null
    : { kind: 'days', days, vague: known.vague }
}
