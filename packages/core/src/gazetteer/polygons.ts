/** A ring of corners: longitude, latitude, longitude, latitude … in degrees, closed or not. */
export type Ring = Float64Array

export interface Box {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** Polygons, each an outer ring with its holes. */
export interface Outline {
  readonly polygons: readonly { readonly rings: readonly Ring[]; readonly box: Box }[]
}

/** The smallest box of degrees around a ring. */
export const boxOf = (ring: ArrayLike<number>): Box => {
  const box = { south: 90, north: -90, west: 180, east: -180 }
  for (let i = 0; i < ring.length; i += 2) {
    const lon = ring[i] ?? 0
    const lat = ring[i + 1] ?? 0
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

/** Whether a point lies in an outline: in an outer ring and in none of its holes. A corner or an edge counts as inside. */
export const holdsPoint = (outline: Outline, lat: number, lon: number): boolean =>
  outline.polygons.some(({ rings, box }) => {
    if (lat < box.south || lat > box.north || lon < box.west || lon > box.east) return false
    const [outer, ...holes] = rings
    if (outer === undefined) return false
    if (onEdge(outer, lat, lon)) return true
    return inRing(outer, lat, lon) && !holes.some((hole) => inRing(hole, lat, lon) && !onEdge(hole, lat, lon))
  })

/** Counts how often a ray to the east crosses the ring. */
const inRing = (ring: Ring, lat: number, lon: number): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const y1 = ring[i + 1] ?? 0
    const y2 = ring[j + 1] ?? 0
    if (y1 > lat === y2 > lat) continue
    const x = ((ring[j] ?? 0) - (ring[i] ?? 0)) * ((lat - y1) / (y2 - y1)) + (ring[i] ?? 0)
    if (lon < x) inside = !inside
  }
  return inside
}

const onEdge = (ring: Ring, lat: number, lon: number): boolean => {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    if (toSegment(ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0, lon, lat) < 1e-9) return true
  return false
}

/** Degrees from a point to an outline's nearest edge, longitudes shortened by latitude; Infinity for an empty outline. */
export const distanceTo = (outline: Outline, lat: number, lon: number): number => {
  const shrink = Math.cos((Math.min(89.9, Math.abs(lat)) * Math.PI) / 180)
  let nearest = Number.POSITIVE_INFINITY
  for (const { rings } of outline.polygons)
    for (const ring of rings)
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        const x1 = (ring[j] ?? 0) * shrink
        const x2 = (ring[i] ?? 0) * shrink
        nearest = Math.min(nearest, toSegment(x1, ring[j + 1] ?? 0, x2, ring[i + 1] ?? 0, lon * shrink, lat))
      }
  return nearest
}

const toSegment = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): number => {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}
