/** The gazetteer's outlines as they are baked: arcs as deltas, shared by the areas on both their sides. */
interface Outlines {
  readonly scale: number
  readonly arcs: readonly (readonly number[])[]
  readonly areas: readonly {
    readonly country: string
    readonly common?: string
    readonly polygons: readonly (readonly (readonly number[])[])[]
  }[]
}

/** What an arc is drawn as: a coast, a border between countries, a line between areas of one country. */
export const ARC = { coast: 0, border: 1, inner: 2 } as const

/** The base map in as few bytes as it takes: the page unpacks it. */
export interface BaseMap {
  readonly scale: number
  /** Deltas of x and y, in turn. */
  readonly arcs: readonly (readonly number[])[]
  readonly kinds: readonly number[]
  /** Polygons, as rings of arc numbers (`~n`: backwards). */
  readonly land: readonly (readonly (readonly number[])[])[]
  /** Names of areas at the middle of their largest outline: [name, lon, lat, size in degrees, country]. */
  readonly labels: readonly (readonly [name: string, lon: number, lat: number, size: number, country: string])[]
}

/** About 100 m: what a base map needs. */
const SCALE = 1000
/** Beyond this zoom its tiles are drawn larger: it is no finer. */
export const FINEST_ZOOM = 9

export const baseMapOf = (outlines: Outlines): BaseMap => {
  const sides = new Map<number, string[]>()
  for (const area of outlines.areas)
    for (const arc of area.polygons.flat(2)) {
      const number = arc < 0 ? ~arc : arc
      sides.set(number, [...(sides.get(number) ?? []), area.country])
    }
  const arcs = outlines.arcs.map((arc) => coarser(arc, outlines.scale))
  return {
    scale: SCALE,
    arcs,
    kinds: arcs.map((_, number) => kindOf(sides.get(number) ?? [])),
    land: outlines.areas.flatMap((area) => area.polygons),
    labels: outlines.areas.flatMap((area) => labelOf(area, arcs)),
  }
}

const kindOf = (countries: readonly string[]): number => {
  if (countries.length < 2) return ARC.coast
  return new Set(countries).size > 1 ? ARC.border : ARC.inner
}

/** An arc at the coarser scale, without the corners that fall together; its two ends stay. */
const coarser = (arc: readonly number[], scale: number): readonly number[] => {
  const made: number[] = []
  let [x, y, px, py] = [0, 0, 0, 0]
  for (let at = 0; at < arc.length; at += 2) {
    x += arc[at] ?? 0
    y += arc[at + 1] ?? 0
    const nx = Math.round((x * SCALE) / scale)
    const ny = Math.round((y * SCALE) / scale)
    const isEnd = at === 0 || at >= arc.length - 2
    if (!isEnd && nx === px && ny === py) continue
    made.push(nx - px, ny - py)
    px = nx
    py = ny
  }
  return made
}

const labelOf = (
  area: Outlines['areas'][number],
  arcs: readonly (readonly number[])[],
): BaseMap['labels'][number][] => {
  if (!area.common) return []
  const boxes = area.polygons.map((rings) => boxOf(rings[0] ?? [], arcs))
  const largest = boxes.sort((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (largest === undefined) return []
  const [west, south, east, north] = largest
  const round = (n: number): number => Math.round(n * 100) / 100
  return [[area.common, round((west + east) / 2), round((south + north) / 2), round(sizeOf(largest)), area.country]]
}

type Box = readonly [west: number, south: number, east: number, north: number]
const sizeOf = ([west, south, east, north]: Box): number => Math.sqrt((east - west) * (north - south))

const boxOf = (ring: readonly number[], arcs: readonly (readonly number[])[]): Box => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const number of ring) {
    const arc = arcs[number < 0 ? ~number : number] ?? []
    let [x, y] = [0, 0]
    for (let at = 0; at < arc.length; at += 2) {
      x += arc[at] ?? 0
      y += arc[at + 1] ?? 0
      west = Math.min(west, x / SCALE)
      east = Math.max(east, x / SCALE)
      south = Math.min(south, y / SCALE)
      north = Math.max(north, y / SCALE)
    }
  }
  return [west, south, east, north]
}
