type Position = readonly [number, number]

export interface Circle {
  readonly lat: number
  readonly lon: number
  /** Metres from the point to the farthest corner. */
  readonly radius: number
}

const RAD = Math.PI / 180
const METRES = 6_371_000

/**
 * The middle of the largest outline and how far its corners lie; small islands far off do not stretch it. Longitudes are
 * unrolled across the date line first.
 */
export const circleOf = (outlines: readonly (readonly Position[])[]): Circle => {
  const measured = outlines.map((ring) => centroidOf(unrolled(ring))).sort((a, b) => b.area - a.area)
  const main = measured.filter(({ area }) => area >= (measured[0]?.area ?? 0) / 10)
  const total = main.reduce((sum, { area }) => sum + area, 0)
  const first = main[0]
  if (first === undefined || total === 0) return { lat: 0, lon: 0, radius: 0 }
  const shift = (lon: number): number => lon + 360 * Math.round((first.lon - lon) / 360)
  const lat = main.reduce((sum, part) => sum + part.lat * part.area, 0) / total
  const lon = main.reduce((sum, part) => sum + shift(part.lon) * part.area, 0) / total
  const radius = Math.max(...main.flatMap(({ ring }) => ring.map((corner) => distance(lat, lon, corner[1], corner[0]))))
  return { lat: round(lat), lon: round(((lon + 540) % 360) - 180), radius: Math.round(radius) }
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

const unrolled = (ring: readonly Position[]): readonly Position[] => {
  const start = ring[0]?.[0] ?? 0
  return ring.map(([lon, lat]) => [lon + 360 * Math.round((start - lon) / 360), lat] as const)
}

const centroidOf = (ring: readonly Position[]) => {
  let area = 0
  let x = 0
  let y = 0
  ring.forEach(([lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length] ?? [lon, lat]
    const cross = lon * nextLat - nextLon * lat
    area += cross
    x += (lon + nextLon) * cross
    y += (lat + nextLat) * cross
  })
  const whole = area === 0 ? 1 : 3 * area
  return {
    ring,
    area: Math.abs(area / 2),
    lon: area === 0 ? (ring[0]?.[0] ?? 0) : x / whole,
    lat: area === 0 ? (ring[0]?.[1] ?? 0) : y / whole,
  }
}

const distance = (lat1: number, lon1: number, lat2: number, lon2: number): number => {
  const h =
    Math.sin(((lat2 - lat1) * RAD) / 2) ** 2 +
    Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.sin(((lon2 - lon1) * RAD) / 2) ** 2
  return 2 * METRES * Math.asin(Math.sqrt(Math.min(1, h)))
}
