import type { FeatureCollection, Point } from 'geojson'
import { pixelsAt0 } from '../../components/map/circle.ts'
import type { IncidentPoint } from '../../lib/resources.ts'

/** Placed incidents as points. */
export const toFeatures = (points: readonly IncidentPoint[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: points
    .filter((point) => point.lat !== null && point.lon !== null)
    .map((point) => ({
      type: 'Feature',
      properties: {
        code: point.code,
        low: point.killed.low ?? 0,
        high: point.killed.high ?? point.killed.low ?? 0,
        open: point.killed.low !== null && point.killed.high === null ? 1 : 0,
        r: pixelsAt0(point.radius ?? 0, point.lat ?? 0),
      },
      geometry: { type: 'Point', coordinates: [point.lon ?? 0, point.lat ?? 0] },
    })),
})

/** Where all of them are: west, south, east, north; null where none is placed. */
export const boundsOf = (points: readonly IncidentPoint[]): readonly [number, number, number, number] | null => {
  const placed = points.filter((point) => point.lat !== null && point.lon !== null)
  if (placed.length === 0) return null
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { lat, lon } of placed) {
    west = Math.min(west, lon ?? 0)
    east = Math.max(east, lon ?? 0)
    south = Math.min(south, lat ?? 0)
    north = Math.max(north, lat ?? 0)
  }
  return [west, south, east, north]
}
