import type { AreaFile, AreaRow } from './area-file.ts'
import { type Circle, sideOfRings } from './outline-side.ts'
import { boxOf, distanceTo, holdsPoint, type Outline } from './polygons.ts'

/** First-order areas by point. */
export interface Areas {
  /** The area that holds a point; null at sea and outside all. A point on a border belongs to one of its sides. */
  at(lat: number, lon: number): AreaRow | null
  /** The common name of the area of this country that holds a point or, just off its coast or border, lies nearest. */
  admin1Near(lat: number, lon: number, country: string): string | null
  /** The side of a first-order area (by common name) or of a country (null) that faces a bearing; null when there is no outline. */
  side(country: string, admin1: string | null, bearing: number): Circle | null
}

/** How far outside its country's outline a settlement may lie and still be counted in, in degrees. */
const OFF = 0.5

/** Reads the outlines; they are unpacked when first asked for. */
export const openAreas = (file: AreaFile): Areas => {
  const outlines = new Map<AreaRow, Outline>()
  const outlineOf = (area: AreaRow): Outline => {
    const known = outlines.get(area)
    if (known !== undefined) return known
    const made = unpack(file, area)
    outlines.set(area, made)
    return made
  }
  let grid: ReadonlyMap<number, readonly AreaRow[]> | undefined
  const cell = (lat: number, lon: number): readonly AreaRow[] => {
    grid ??= gridOf(file.areas, outlineOf)
    return grid.get(cellOf(lat, lon)) ?? []
  }
  const byCountry = new Map<string, AreaRow[]>()
  for (const area of file.areas) byCountry.set(area.country, [...(byCountry.get(area.country) ?? []), area])
  const holding = (areas: readonly AreaRow[], lat: number, lon: number): AreaRow | null =>
    areas.find((area) => holdsPoint(outlineOf(area), lat, lon)) ?? null
  return {
    at: (lat, lon) => holding(cell(lat, lon), lat, lon),
    admin1Near: (lat, lon, country) => {
      const areas = byCountry.get(country) ?? []
      const held = holding(areas, lat, lon)
      if (held !== null) return held.common
      const near = areas
        .map((area) => ({ area, off: distanceTo(outlineOf(area), lat, lon) }))
        .filter(({ off }) => off < OFF)
      near.sort((a, b) => a.off - b.off)
      return near[0]?.area.common ?? null
    },
    side: (country, admin1, bearing) => {
      const areas = (byCountry.get(country) ?? []).filter(({ common }) => admin1 === null || common === admin1)
      const outer = areas.flatMap((area) => outlineOf(area).polygons.flatMap(({ rings }) => rings.slice(0, 1)))
      return sideOfRings(outer, bearing)
    },
  }
}

/** The number of the one-degree cell that holds a point. */
const cellOf = (lat: number, lon: number): number => Math.floor(lat + 90) * 512 + Math.floor(lon + 180)

/** Areas by the cells that their boxes touch. */
const gridOf = (
  areas: readonly AreaRow[],
  outlineOf: (area: AreaRow) => Outline,
): ReadonlyMap<number, readonly AreaRow[]> => {
  const grid = new Map<number, AreaRow[]>()
  for (const area of areas)
    for (const { box } of outlineOf(area).polygons)
      for (let lat = Math.floor(box.south); lat <= box.north; lat++)
        for (let lon = Math.floor(box.west); lon <= box.east; lon++) {
          const key = cellOf(lat, lon)
          const held = grid.get(key)
          if (held === undefined) grid.set(key, [area])
          else if (held.at(-1) !== area) held.push(area)
        }
  return grid
}

const unpack = (file: AreaFile, area: AreaRow): Outline => {
  const polygons = area.polygons.map((rings) => rings.map((ring) => ringOf(file, ring)))
  return { polygons: polygons.map((rings) => ({ rings, box: boxOf(rings[0] ?? []) })) }
}

const ringOf = (file: AreaFile, arcs: readonly number[]): Float64Array => {
  const corners: number[] = []
  for (const number of arcs) {
    const points = arcOf(file, number < 0 ? ~number : number)
    const ordered = number < 0 ? points.reverse() : points
    corners.push(...ordered.slice(corners.length === 0 ? 0 : 1).flat())
  }
  return Float64Array.from(corners)
}

const arcOf = (file: AreaFile, number: number): [number, number][] => {
  const deltas = file.arcs[number] ?? []
  const points: [number, number][] = []
  let x = 0
  let y = 0
  for (let i = 0; i < deltas.length; i += 2) {
    x += deltas[i] ?? 0
    y += deltas[i + 1] ?? 0
    points.push([x / file.scale, y / file.scale])
  }
  return points
}
