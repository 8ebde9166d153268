import { expect, test } from 'vitest'
import { binsOf, type Dated, stepFor } from './time-bins.ts'

const killed = (day: string | null, low: number | null, high: number | null): Dated => ({
  from: day,
  to: day,
  killed: { low, high, best: low },
})

test('days without an incident are there, with nothing in them', () => {
  const bins = binsOf([killed('2024-02-28', 2, 3), killed('2024-03-01', 1, 1)], 'day')
  expect(bins.map(({ from, low, high }) => [from, low, high])).toEqual([
    ['2024-02-28', 2, 3],
    ['2024-02-29', 0, 0],
    ['2024-03-01', 1, 1],
  ])
})

test('an open high bound counts with the low one, an undated one not at all', () => {
  const bins = binsOf([killed('2024-03-01', 12, null), killed(null, 5, 5)], 'day')
  expect(bins).toEqual([{ from: '2024-03-01', to: '2024-03-01', low: 12, high: 12, best: 12, incidents: 1 }])
})

test('weeks begin on Mondays, months on their first', () => {
  const items = [killed('2024-03-13', 1, 1), killed('2024-03-17', 1, 1), killed('2024-03-18', 1, 1)]
  expect(binsOf(items, 'week').map(({ from, to, incidents }) => [from, to, incidents])).toEqual([
    ['2024-03-11', '2024-03-17', 2],
    ['2024-03-18', '2024-03-24', 1],
  ])
  expect(binsOf(items, 'month').map(({ from, to }) => [from, to])).toEqual([['2024-03-01', '2024-03-31']])
})

test('the step widens with the span', () => {
  expect(stepFor([killed('2024-01-01', 1, 1), killed('2024-02-01', 1, 1)])).toBe('day')
  expect(stepFor([killed('2024-01-01', 1, 1), killed('2025-01-01', 1, 1)])).toBe('week')
  expect(stepFor([killed('2014-01-01', 1, 1), killed('2024-01-01', 1, 1)])).toBe('month')
})
