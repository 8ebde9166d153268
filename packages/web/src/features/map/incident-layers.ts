import type { MapLibreMap } from 'maplibre-gl'
import { groundRadius } from '../../components/map/circle.ts'
import { colours } from '../../components/map/colours.ts'

/** From here on a sum is told in thousands: whole numbers would not stand within a circle. */
const THOUSANDS_FROM = 10_000
const numberOf = (property: string) => [
  'case',
  ['>=', ['get', property], THOUSANDS_FROM],
  ['concat', ['number-format', ['round', ['/', ['get', property], 1000]], { locale: 'en' }], 'k'],
  ['number-format', ['get', property], { locale: 'en' }],
]
/** "12", "12–30", "12+", "27k–35k": a cluster's sum as a range of what is reported. */
const RANGE = [
  'concat',
  numberOf('low'),
  ['case', ['!=', ['get', 'low'], ['get', 'high']], ['concat', '–', numberOf('high')], ''],
  ['case', ['>', ['get', 'open'], 0], '+', ''],
]

/** The incidents: clusters that say their sum as a range and how many they are, points, and the circles of precision. */
export const addIncidentLayers = (map: MapLibreMap): void => {
  const { killed, accent, paper, ink } = colours()
  map.addSource('incidents', {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    cluster: true,
    clusterRadius: 52,
    clusterMaxZoom: 12,
    clusterProperties: { low: ['+', ['get', 'low']], high: ['+', ['get', 'high']], open: ['max', ['get', 'open']] },
  })
  const single = ['!', ['has', 'point_count']]
  map.addLayer({
    id: 'precision',
    type: 'circle',
    source: 'incidents',
    filter: single as never,
    paint: {
      'circle-radius': groundRadius('r') as never,
      'circle-color': accent,
      'circle-opacity': 0.07,
      'circle-stroke-color': accent,
      'circle-stroke-width': 1,
      'circle-stroke-opacity': 0.5,
    },
  })
  map.addLayer({
    id: 'cluster',
    type: 'circle',
    source: 'incidents',
    filter: ['has', 'point_count'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'high']], 0, 20, 5, 29, 60, 44, 100, 50],
      'circle-color': killed,
      'circle-opacity': 0.88,
      'circle-stroke-color': paper,
      'circle-stroke-width': 2,
    },
  })
  map.addLayer({
    id: 'incident',
    type: 'circle',
    source: 'incidents',
    filter: single as never,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'high']], 0, 5, 3, 9, 20, 22],
      'circle-color': killed,
      'circle-opacity': 0.85,
      'circle-stroke-color': paper,
      'circle-stroke-width': 1.5,
    },
  })
  map.addLayer({
    id: 'selected',
    type: 'circle',
    source: 'incidents',
    filter: ['in', ['get', 'code'], ['literal', []]],
    paint: {
      'circle-radius': 13,
      'circle-color': 'transparent',
      'circle-stroke-color': ink,
      'circle-stroke-width': 2.5,
    },
  })
  map.addLayer({
    id: 'cluster-sum',
    type: 'symbol',
    source: 'incidents',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': [
        'format',
        RANGE as never,
        {},
        '\n',
        {},
        ['concat', '×', ['get', 'point_count_abbreviated']],
        { 'font-scale': 0.75 },
      ],
      'text-size': 13,
      'text-font': ['Inter Variable'],
      'text-allow-overlap': true,
    },
    paint: { 'text-color': paper },
  })
  for (const layer of ['cluster', 'incident']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}
