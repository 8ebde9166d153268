import type { FeatureCollection, LineString, Polygon, Position } from 'geojson'
import { ARC, type BaseMap } from './base-map.ts'

export interface Unpacked {
  readonly land: FeatureCollection<Polygon>
  readonly lines: FeatureCollection<LineString>
  readonly labels: BaseMap['labels']
}

const KINDS = Object.keys(ARC)

/** The base map as GeoJSON. */
export const unpackBaseMap = (map: BaseMap): Unpacked => {
  const arcs = map.arcs.map((arc) => positions(arc, map.scale))
  const ring = (numbers: readonly number[]): Position[] =>
    numbers.flatMap((number, at) => {
      const points = number < 0 ? [...(arcs[~number] ?? [])].reverse() : (arcs[number] ?? [])
      return at === 0 ? points : points.slice(1)
    })
  // A feature for each polygon and each line: what lies outside a tile is passed over by its box.
  return {
    land: {
      type: 'FeatureCollection',
      features: map.land.map((rings) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: rings.map(ring) },
      })),
    },
    lines: {
      type: 'FeatureCollection',
      features: arcs.map((coordinates, at) => ({
        type: 'Feature',
        properties: { kind: KINDS[map.kinds[at] ?? 0] },
        geometry: { type: 'LineString', coordinates },
      })),
    },
    labels: map.labels,
  }
}

const positions = (arc: readonly number[], scale: number): Position[] => {
  const points: Position[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < arc.length; at += 2) {
    x += arc[at] ?? 0
    y += arc[at + 1] ?? 0
    points.push([x / scale, y / scale])
  }
  return points
}
