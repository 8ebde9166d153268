import { metresBetween, type Point } from './geo.ts'
import type { Ring } from './polygons.ts'

/** A circle: its middle and, in metres, how far what it stands for reaches. */
export interface Circle extends Point {
  readonly radius: number
}

/** Corners on a plane: east and north of an origin, in degrees of latitude. */
type Corner = readonly [x: number, y: number]

/**
 * The part of some rings that lies on a side, as a circle: what lies beyond the middle of them all in the direction of a bearing
 * (degrees clockwise from north), around its own middle. Longitudes are unrolled across the date line. Null for empty rings.
 */
export const sideOfRings = (rings: readonly Ring[], bearing: number): Circle | null => {
  const first = rings.find((ring) => ring.length >= 6)
  if (first === undefined) return null
  const origin = { lat: first[1] ?? 0, lon: first[0] ?? 0 }
  const plane = rings.map((ring) => flatten(ring, origin))
  const middle = centroidOf(plane)
  const [east, north] = [Math.sin((bearing * Math.PI) / 180), Math.cos((bearing * Math.PI) / 180)]
  const depth = ([x, y]: Corner): number => (x - middle[0]) * east + (y - middle[1]) * north
  const half = plane.map((corners) => clip(corners, depth)).filter((corners) => corners.length > 2)
  if (half.length === 0) return null
  const centre = unflatten(centroidOf(half), origin)
  const radius = Math.max(...half.flat().map((corner) => metresBetween(centre, unflatten(corner, origin))))
  return { lat: rounded(centre.lat), lon: rounded(centre.lon), radius: Math.round(radius) }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const shrinkAt = ({ lat }: Point): number => Math.max(0.01, Math.cos((lat * Math.PI) / 180))

const flatten = (ring: Ring, origin: Point): readonly Corner[] => {
  const corners: Corner[] = []
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const lon = ring[i] ?? 0
    const off = lon - origin.lon - 360 * Math.round((lon - origin.lon) / 360)
    corners.push([off * shrinkAt(origin), (ring[i + 1] ?? 0) - origin.lat])
  }
  return corners
}

const unflatten = ([x, y]: Corner, origin: Point): Point => ({
  lat: Math.max(-90, Math.min(90, origin.lat + y)),
  lon: ((origin.lon + x / shrinkAt(origin) + 540) % 360) - 180,
})

/** The middle of polygons by their areas. */
const centroidOf = (polygons: readonly (readonly Corner[])[]): Corner => {
  let [area, x, y] = [0, 0, 0]
  for (const corners of polygons) {
    let [own, ownX, ownY] = [0, 0, 0]
    corners.forEach(([x1, y1], i) => {
      const [x2, y2] = corners[(i + 1) % corners.length] ?? [x1, y1]
      const cross = x1 * y2 - x2 * y1
      own += cross
      ownX += (x1 + x2) * cross
      ownY += (y1 + y2) * cross
    })
    // Rings may turn either way.
    const sign = Math.sign(own)
    area += sign * own
    x += sign * ownX
    y += sign * ownY
  }
  return area === 0 ? (polygons[0]?.[0] ?? [0, 0]) : [x / (3 * area), y / (3 * area)]
}

/** The part of a polygon where `depth` is not negative (Sutherland and Hodgman, against one line). */
const clip = (corners: readonly Corner[], depth: (corner: Corner) => number): readonly Corner[] =>
  corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner
    const [here, there] = [depth(corner), depth(next)]
    const kept = here >= 0 ? [corner] : []
    return here >= 0 === there >= 0 ? kept : [...kept, between(corner, next, here / (here - there))]
  })

const between = ([x1, y1]: Corner, [x2, y2]: Corner, share: number): Corner => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
]
