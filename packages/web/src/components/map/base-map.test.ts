import { expect, test } from 'vitest'
import { ARC, baseMapOf } from './base-map.ts'
import { baseMapTiles } from './base-map-tiles.ts'
import { unpackBaseMap } from './unpack-base-map.ts'

// Two areas of one country and one of another, side by side: arc 0 between the two, arc 1 between the countries.
const OUTLINES = {
  scale: 10_000,
  arcs: [
    [10_000, 0, 0, 10_000],
    [20_000, 0, 0, 10_000],
    [10_000, 10_000, -10_000, 0, 0, -10_000, 10_000, 0],
    [10_000, 0, 10_000, 0],
    [20_000, 10_000, -10_000, 0],
    [20_000, 0, 10_000, 0, 0, 10_000, -10_000, 0],
  ],
  areas: [
    { country: 'AA', common: 'West', polygons: [[[0, 2]]] },
    { country: 'AA', common: 'Middle', polygons: [[[3, 1, 4, ~0]]] },
    { country: 'BB', common: 'East', polygons: [[[5, ~1]]] },
  ],
}

test('an arc is a coast, a border or a line within by the areas on its sides', () => {
  const { kinds } = baseMapOf(OUTLINES)
  expect(kinds).toEqual([ARC.inner, ARC.border, ARC.coast, ARC.coast, ARC.coast, ARC.coast])
})

test('unpacked rings are closed and where they were', () => {
  const { land, lines, labels } = unpackBaseMap(baseMapOf(OUTLINES))
  const polygons = land.features.map(({ geometry }) => geometry.coordinates)
  expect(polygons).toHaveLength(3)
  for (const [ring = []] of polygons) expect(ring[0]).toEqual(ring.at(-1))
  expect(polygons[0]?.[0]).toContainEqual([1, 1])
  expect(lines.features.map(({ properties }) => properties?.kind)).toEqual([
    'inner',
    'border',
    'coast',
    'coast',
    'coast',
    'coast',
  ])
  expect(labels[2]).toEqual(['East', 2.5, 0.5, 1, 'BB'])
})

test('a tile holds the land and the lines that lie in it, and nothing where there is nothing', () => {
  const tileOf = baseMapTiles(baseMapOf(OUTLINES))
  const words = (tile: Uint8Array): string => new TextDecoder('latin1').decode(tile)
  for (const word of ['land', 'lines', 'coast', 'border', 'inner']) expect(words(tileOf(0, 0, 0))).toContain(word)
  expect(tileOf(3, 0, 7)).toHaveLength(0)
})
