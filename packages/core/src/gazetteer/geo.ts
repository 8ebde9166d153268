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

/** The point so many metres away in the direction of a bearing, degrees clockwise from north. */
export const pointFrom = ({ lat, lon }: Point, bearing: number, metres: number): Point => {
  const [angle, turn] = [metres / EARTH, bearing * RAD]
  const sine = Math.sin(lat * RAD) * Math.cos(angle) + Math.cos(lat * RAD) * Math.sin(angle) * Math.cos(turn)
  const east = Math.atan2(
    Math.sin(turn) * Math.sin(angle) * Math.cos(lat * RAD),
    Math.cos(angle) - Math.sin(lat * RAD) * sine,
  )
  return { lat: Math.asin(Math.max(-1, Math.min(1, sine))) / RAD, lon: ((lon + east / RAD + 540) % 360) - 180 }
}

/** The bearing of one point seen from another, degrees clockwise from north. */
export const bearingBetween = (from: Point, to: Point): number => {
  const off = (to.lon - from.lon) * RAD
  const y = Math.sin(off) * Math.cos(to.lat * RAD)
  const x =
    Math.cos(from.lat * RAD) * Math.sin(to.lat * RAD) -
    Math.sin(from.lat * RAD) * Math.cos(to.lat * RAD) * Math.cos(off)
  return (Math.atan2(y, x) / RAD + 360) % 360
}
