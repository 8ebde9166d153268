const RAD = Math.PI / 180
const EARTH = 6_371_008

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Metres between two points along a great circle. */
export const metresBetween = (a: Point, b: Point): number => {
  const h =
    Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, h)))
}
