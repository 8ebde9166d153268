import { expect, test } from 'vitest'
import { pixelsAt0, zoomFor } from './circle.ts'

test('a circle is wider in pixels towards the poles, as the map is', () => {
  expect(pixelsAt0(78_271.517, 0)).toBeCloseTo(1)
  expect(pixelsAt0(78_271.517, 60)).toBeCloseTo(2)
})

test('the zoom at which a circle fits: nearer for small ones, bounded both ways', () => {
  expect(zoomFor(25_000, 35, 224)).toBeGreaterThan(zoomFor(200_000, 35, 224))
  expect(zoomFor(0, 35, 224)).toBe(11)
  expect(zoomFor(9_000_000, 0, 224)).toBe(2)
  const zoom = zoomFor(25_000, 35, 224)
  expect(pixelsAt0(25_000, 35) * 2 ** zoom * 2).toBeLessThan(224)
})
