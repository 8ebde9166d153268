import { useEffect, useRef } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useSettings } from '../../lib/settings.ts'
import { groundRadius, pixelsAt0, zoomFor } from './circle.ts'
import { colours } from './colours.ts'
import { showLabels } from './labels.ts'
import { makeMap } from './make-map.ts'

interface PlaceMapProps {
  readonly lat: number
  readonly lon: number
  /** Metres. */
  readonly radius: number
}

const SIZE_PX = 224

/** One place and the circle within which it lies. */
export const PlaceMap = ({ lat, lon, radius }: PlaceMapProps) => {
  const t = useT()
  const { theme } = useSettings()
  const pane = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is painted anew when the theme changes
  useEffect(() => {
    const container = pane.current
    if (container === null) return
    const zoom = zoomFor(radius, lat, SIZE_PX)
    const map = makeMap({ container, center: [lon, lat], zoom, small: true, label: t('map.place') })
    showLabels(map)
    // The circle is there before the land is.
    map.on('style.load', () => {
      const { accent, paper } = colours()
      map.addSource('place', {
        type: 'geojson',
        data: {
          type: 'Feature',
          properties: { r: pixelsAt0(radius, lat) },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        },
      })
      map.addLayer({
        id: 'within',
        type: 'circle',
        source: 'place',
        paint: {
          'circle-radius': groundRadius('r') as never,
          'circle-color': accent,
          'circle-opacity': 0.16,
          'circle-stroke-color': accent,
          'circle-stroke-width': 1.5,
        },
      })
      map.addLayer({
        id: 'middle',
        type: 'circle',
        source: 'place',
        paint: {
          'circle-radius': 4,
          'circle-color': accent,
          'circle-stroke-color': paper,
          'circle-stroke-width': 1.5,
        },
      })
    })
    return () => map.remove()
  }, [lat, lon, radius, theme])
  return <div ref={pane} className="no-print h-56 overflow-hidden rounded-lg border border-line" />
}
