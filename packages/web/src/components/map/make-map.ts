import 'maplibre-gl/dist/maplibre-gl.css'
import {
  AttributionControl,
  addProtocol,
  MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { baseMapTile } from './ask-base-map.ts'
import { FINEST_ZOOM } from './base-map.ts'
import { colours } from './colours.ts'

setWorkerUrl(workerUrl)

addProtocol('base', baseMapTile)

interface MapChoices {
  readonly container: HTMLElement
  readonly center: readonly [lon: number, lat: number]
  readonly zoom: number
  /** A small map of one place: no controls, no turning. */
  readonly small?: boolean
  readonly label: string
}

/** A map of land, coasts and borders in the page's own colours. */
export const makeMap = ({ container, center, zoom, small = false, label }: MapChoices): MapLibreMap => {
  const paint = colours()
  const map = new MapLibreMap({
    container,
    center: [center[0], center[1]],
    zoom,
    minZoom: 1,
    maxZoom: 15,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    cooperativeGestures: small,
    locale: { 'Map.Title': label },
    style: {
      version: 8,
      sources: {
        base: { type: 'vector', tiles: ['base://{z}/{x}/{y}'], maxzoom: FINEST_ZOOM },
      },
      layers: [
        { id: 'water', type: 'background', paint: { 'background-color': paint.water } },
        {
          id: 'land',
          type: 'fill',
          source: 'base',
          'source-layer': 'land',
          paint: { 'fill-color': paint.land, 'fill-antialias': false },
        },
        {
          id: 'inner',
          type: 'line',
          source: 'base',
          'source-layer': 'lines',
          filter: ['==', ['get', 'kind'], 'inner'],
          minzoom: 4,
          paint: { 'line-color': paint.inner, 'line-width': 0.7 },
        },
        {
          id: 'coast',
          type: 'line',
          source: 'base',
          'source-layer': 'lines',
          filter: ['==', ['get', 'kind'], 'coast'],
          paint: { 'line-color': paint.coast, 'line-width': 0.7 },
        },
        {
          id: 'border',
          type: 'line',
          source: 'base',
          'source-layer': 'lines',
          filter: ['==', ['get', 'kind'], 'border'],
          paint: { 'line-color': paint.border, 'line-width': 1.1 },
        },
      ],
    },
  })
  map.touchZoomRotate.disableRotation()
  // What the page lays over a map stands where a line begins.
  const [start, end] =
    document.documentElement.dir === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  map.addControl(new AttributionControl({ compact: false, customAttribution: 'Natural Earth' }), `bottom-${end}`)
  if (!small) {
    map.addControl(new NavigationControl({ showCompass: false }), `top-${end}`)
    map.addControl(new ScaleControl({}), `bottom-${start}`)
  }
  return map
}
