import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANES, segmentsOf } from './lanes.ts'

test('nested and overlapping claims are cut at every edge, each in a lane of its own', () => {
  const segments = segmentsOf(20, [
    { id: 'outer', start: 2, end: 12 },
    { id: 'inner', start: 4, end: 6 },
    { id: 'next', start: 10, end: 15 },
  ])
  expect(segments.map(({ start, end, covers }) => [start, end, covers.map(({ id, lane }) => `${id} ${lane}`)])).toEqual(
    [
      [0, 2, []],
      [2, 4, ['outer 0']],
      [4, 6, ['outer 0', 'inner 1']],
      [6, 10, ['outer 0']],
      [10, 12, ['outer 0', 'next 1']],
      [12, 15, ['next 1']],
      [15, 20, []],
    ],
  )
})

test('a claim outside the text is left out', () => {
  expect(segmentsOf(5, [{ id: 'far', start: 3, end: 9 }])).toEqual([{ start: 0, end: 5, covers: [] }])
})

const marks = fc.array(
  fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 30 },
)

test('segments tile the text, and each says exactly which claims cover it', () => {
  fc.assert(
    fc.property(marks, (spans) => {
      const claims = spans.map((span, at) => ({ ...span, id: String(at) }))
      const segments = segmentsOf(260, claims)
      let at = 0
      for (const segment of segments) {
        expect(segment.start).toBe(at)
        at = segment.end
        const covering = claims.filter(({ start, end }) => start <= segment.start && end >= segment.end)
        expect(segment.covers.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort())
        for (const { lane } of segment.covers) expect(lane).toBeLessThan(LANES)
      }
      expect(at).toBe(260)
    }),
  )
})
