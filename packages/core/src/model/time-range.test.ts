import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, dayOf, isDay, precisionOf, weekdayOf } from './time-range.ts'

test.each([
  ['2020-01-21', 2], // a Tuesday
  ['1969-12-31', 3],
  ['2000-02-29', 2],
])('%s has weekday %i', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday)
})

test.each(['2021-02-29', '2020-1-1', '20200101', '', '2020-13-01'])('%j is no calendar day', (value) => {
  expect(isDay(value)).toBe(false)
  expect(() => dayNumber(value)).toThrow(RangeError)
})

test.each([
  ['2020-01-01', '2020-01-01', 1],
  ['2020-01-01', '2020-01-02', 2],
  ['2020-01-01', '2020-01-07', 3],
  ['2020-01-01', '2020-01-31', 4],
  ['2020-01-01', '2020-12-31', 5],
  [null, '2020-01-01', 5],
] as const)('%s to %s has precision %i', (from, to, precision) => {
  expect(precisionOf(from, to)).toBe(precision)
})

test('days and numbers are two names of one thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 80_000 }), fc.integer({ min: -999, max: 999 }), (number, step) => {
      const day = dayOf(number)
      expect(dayNumber(day)).toBe(number)
      expect(isDay(day)).toBe(true)
      expect(addDays(addDays(day, step), -step)).toBe(day)
      expect((weekdayOf(day) + 1) % 7).toBe(weekdayOf(addDays(day, 1)))
    }),
  )
})
