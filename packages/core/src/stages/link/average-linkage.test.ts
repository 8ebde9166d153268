import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageLinkage } from './average-linkage.ts'

const VETO = Number.NEGATIVE_INFINITY
const table = (rows: Readonly<Record<string, number>>) => (i: number, j: number) =>
  rows[`${Math.min(i, j)}${Math.max(i, j)}`] ?? -1

test.each<[string, number, Readonly<Record<string, number>>, readonly (readonly number[])[]]>([
  ['nothing', 0, {}, []],
  ['a pair', 2, { '01': 1 }, [[0, 1]]],
  ['a pair below zero', 2, { '01': -0.1 }, [[0], [1]]],
  ['no chaining: the mean of 2 and −3 is below zero', 3, { '01': 3, '12': 2, '02': -3 }, [[0, 1], [2]]],
  ['a veto parts whole groups', 3, { '01': 3, '12': 2, '02': VETO }, [[0, 1], [2]]],
])('%s', (_, size, rows, groups) => {
  expect(averageLinkage(size, table(rows))).toEqual(groups)
})

test('people beat scores and vetoes', () => {
  const score = table({ '01': VETO, '12': 2, '02': 2 })
  expect(averageLinkage(3, score, { must: [[0, 1]], cannot: [] })).toEqual([[0, 1, 2]])
  expect(averageLinkage(3, score, { must: [[0, 1]], cannot: [[0, 2]] })).toEqual([[0, 1], [2]])
})

test('no group holds a veto, and every thing is in one group', () => {
  const scores = fc.array(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(VETO)), {
    minLength: 45,
    maxLength: 45,
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), scores, (size, flat) => {
      const score = (i: number, j: number) => flat[Math.min(i, j) * 4 + Math.max(i, j)] ?? -1
      const groups = averageLinkage(size, score)
      expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i))
      for (const group of groups)
        for (const a of group) for (const b of group) if (a < b) expect(score(a, b)).not.toBe(VETO)
    }),
  )
})
