import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadBuiltInGazetteer, loadBuiltInParts } from '../testing/gazetteers.ts'
import type { AreaFile } from './area-file.ts'
import { openAreas } from './areas.ts'
import { bearingBetween, metresBetween, pointFrom } from './geo.ts'
import { sideOfRings } from './outline-side.ts'

/** Two squares that share the edge at longitude 1, one that reaches the date line, one with a hole. */
const file: AreaFile = {
  source: 'test',
  scale: 1,
  countries: [],
  arcs: [
    [1, 0, 0, 1],
    [1, 1, -1, 0, 0, -1, 1, 0],
    [1, 1, 1, 0, 0, -1, -1, 0],
    [178, 0, 2, 0, 0, 2, -2, 0, 0, -2],
    [10, 0, 9, 0, 0, 9, -9, 0, 0, -9],
    [13, 3, 3, 0, 0, 3, -3, 0, 0, -3],
  ],
  areas: [
    {
      id: 'w',
      country: 'XT',
      common: 'West',
      name: 'West',
      names: [],
      lat: 0.5,
      lon: 0.5,
      radius: 1,
      polygons: [[[0, 1]]],
    },
    {
      id: 'e',
      country: 'XT',
      common: 'East',
      name: 'East',
      names: [],
      lat: 0.5,
      lon: 1.5,
      radius: 1,
      polygons: [[[~0, ~2]]],
    },
    { id: 'd', country: 'XU', common: 'Date', name: 'Date', names: [], lat: 1, lon: 179, radius: 1, polygons: [[[3]]] },
    {
      id: 'h',
      country: 'XV',
      common: 'Hole',
      name: 'Hole',
      names: [],
      lat: 4,
      lon: 14,
      radius: 1,
      polygons: [[[4], [5]]],
    },
  ],
}

describe('areas by point', () => {
  const areas = openAreas(file)
  it.each([
    [0.5, 0.5, 'West'],
    [0.5, 1.5, 'East'],
    [1, 180, 'Date'],
    [1, 178, 'Date'],
    [1, -180, undefined],
    [1, 1, 'Hole'],
    [4, 14, undefined],
    [3, 13, 'Hole'],
    [90, 0, undefined],
    [-90, 180, undefined],
    [1.0001, 0.5, undefined],
  ])('%d, %d: %s', (lat, lon, expected) => {
    const held = areas.at(lat, lon)?.common
    // A shared corner belongs to one side or the other, never to none.
    if (lat === 1 && lon === 1) expect(['West', 'East']).toContain(held)
    else expect(held).toBe(expected)
  })

  it('gives a shared edge to exactly one side', () => {
    expect(['West', 'East']).toContain(areas.at(0.25, 1)?.common)
  })

  it('counts a point just off the coast in, and one far out not', () => {
    expect(areas.admin1Near(1.2, 0.5, 'XT')).toBe('West')
    expect(areas.admin1Near(5, 0.5, 'XT')).toBeNull()
    expect(areas.admin1Near(0.5, 0.5, 'XU')).toBeNull()
  })
})

describe('the built-in areas', () => {
  const { areas } = loadBuiltInParts()
  it.each([
    [36.2, 37.16, 'Aleppo', 'SY'],
    [49.99, 36.23, 'Kharkiv', 'UA'],
    [15.5, 32.56, 'Khartoum', 'SD'],
    [66, -175, 'Chukotka Autonomous Okrug', 'RU'],
    [67, 178, 'Chukotka Autonomous Okrug', 'RU'],
    [-16.6, 179.4, 'Northern', 'FJ'],
  ])('%d, %d: %s, %s', (lat, lon, common, country) => {
    expect(areas.at(lat, lon)).toMatchObject({ common, country })
  })

  it.each([
    [0, -30],
    [90, 0],
    [35, 18],
  ])('none at %d, %d', (lat, lon) => expect(areas.at(lat, lon)).toBeNull())
})

describe('a side of an area', () => {
  const areas = openAreas(file)

  it.each([
    ['XT', 'West', 0, 0.75, 0.5],
    ['XT', 'West', 90, 0.5, 0.75],
    ['XT', null, 270, 0.5, 0.5],
    ['XU', 'Date', 90, 1, 179.5],
  ])('%s %s towards %d° lies around %d, %d', (country, admin1, bearing, lat, lon) => {
    const side = areas.side(country, admin1, bearing)
    expect(side?.lat).toBeCloseTo(lat, 2)
    expect(side?.lon).toBeCloseTo(lon, 2)
    expect(side?.radius).toBeLessThan(130_000)
  })

  it('is not known where there is no outline', () => expect(areas.side('ZZ', null, 0)).toBeNull())

  it('crosses the date line', () => {
    const ring = Float64Array.from([179, 0, -179, 0, -179, 2, 179, 2, 179, 0])
    expect(sideOfRings([ring], 90)).toMatchObject({ lat: 1, lon: -179.5 })
    expect(sideOfRings([ring], 270)).toMatchObject({ lat: 1, lon: 179.5 })
  })
})

describe('points by bearing', () => {
  it('lie where they should, over the poles and the date line too', () => {
    expect(pointFrom({ lat: 0, lon: 179.9 }, 90, 22_239).lon).toBeCloseTo(-179.9, 3)
    expect(pointFrom({ lat: 89.9, lon: 10 }, 0, 22_239)).toMatchObject({ lat: expect.closeTo(89.9, 3) })
    expect(Math.abs(pointFrom({ lat: 89.9, lon: 10 }, 0, 22_239).lon)).toBeCloseTo(170, 1)
  })

  it('go there and back', () => {
    const point = fc.record({ lat: fc.integer({ min: -85, max: 85 }), lon: fc.integer({ min: -180, max: 179 }) })
    fc.assert(
      fc.property(
        point,
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 1000, max: 400_000 }),
        (from, bearing, metres) => {
          const to = pointFrom(from, bearing, metres)
          expect(metresBetween(from, to)).toBeCloseTo(metres, 1)
          const off = Math.abs(bearingBetween(from, to) - bearing)
          expect(Math.min(off, 360 - off)).toBeLessThan(0.01)
        },
      ),
    )
  })
})

describe('the built-in gazetteer', () => {
  const gazetteer = loadBuiltInGazetteer()
  it.each([
    ['Khartoum', 'SD'],
    ['Хар\u2019ків', 'UA'],
    ['Харків', 'UA'],
    ['حلب', 'SY'],
    ['Mossoul', 'IQ'],
    ['Taiz', 'YE'],
    ['Tigray', 'ET'],
    ['Myanmar', 'MM'],
    ['سوريا', 'SY'],
  ])('knows %s in %s', (name, country) => {
    expect(
      gazetteer.lookup(name, { limit: 10 }).some(({ entry, likeness }) => entry.country === country && likeness > 0.9),
    ).toBe(true)
  })

  it('has areas by country and name, the country itself too', () => {
    expect(gazetteer.area('SY', 'Idlib')).toMatchObject({ level: 1, name: 'Idlib Province' })
    expect(gazetteer.area('SY', null)).toMatchObject({ level: 0, name: 'Syria' })
    expect(gazetteer.area('SY', 'Narnia')).toBeNull()
  })

  it('draws circles that hold their areas', () => {
    const idlib = gazetteer.area('SY', 'Idlib')
    const city = gazetteer.lookup('Jisr ash Shughur', { country: 'SY' })[0]?.entry
    expect(idlib !== null && city !== undefined && metresBetween(idlib, city) < (idlib.radius ?? 0)).toBe(true)
  })
})
