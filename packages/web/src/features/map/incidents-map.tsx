import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { showLabels } from '../../components/map/labels.ts'
import { makeMap } from '../../components/map/make-map.ts'
import { say } from '../../components/toasts.tsx'
import { useT } from '../../lib/i18n.ts'
import type { IncidentPoint } from '../../lib/resources.ts'
import { useSettings } from '../../lib/settings.ts'
import { addIncidentLayers } from './incident-layers.ts'
import { boundsOf, toFeatures } from './points.ts'
import { showBackground } from './user-background.ts'

interface IncidentsMapProps {
  readonly points: readonly IncidentPoint[]
  readonly selected: readonly string[]
  readonly select: (codes: readonly string[]) => void
  /** Tiles of the user's own, under the incidents. */
  readonly background: File | null
}

const AT_ONE_SPOT = 40

/** The map itself; it is made once for a theme, and told of new points. */
export const IncidentsMap = ({ points, selected, select, background }: IncidentsMapProps) => {
  const t = useT()
  const { theme } = useSettings()
  const pane = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const choose = useRef(select)
  choose.current = select

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is painted anew when the theme changes
  useEffect(() => {
    const container = pane.current
    if (container === null) return
    const fresh = makeMap({ container, center: [38, 33], zoom: 3.2, label: t('nav.map') })
    showLabels(fresh)
    // The incidents do not wait for the land under them.
    fresh.on('style.load', () => {
      addIncidentLayers(fresh)
      fresh.on('click', 'incident', ({ point }) => {
        const here = fresh.queryRenderedFeatures(point, { layers: ['incident'] })
        choose.current([...new Set(here.map((feature) => String(feature.properties.code)))])
      })
      fresh.on('click', 'cluster', async ({ features, lngLat }) => {
        const id = features?.[0]?.properties.cluster_id as number | undefined
        const source = fresh.getSource<GeoJSONSource>('incidents')
        if (id === undefined || source === undefined) return
        const zoom = await source.getClusterExpansionZoom(id)
        if (zoom <= fresh.getMaxZoom()) return void fresh.easeTo({ center: lngLat, zoom: zoom + 0.2 })
        const leaves = await source.getClusterLeaves(id, AT_ONE_SPOT, 0)
        choose.current(leaves.map((leaf) => String(leaf.properties?.code)))
      })
      setMap(fresh)
    })
    fresh.on('load', () => {
      container.dataset.drawn = 'true'
    })
    return () => {
      setMap(null)
      fresh.remove()
    }
  }, [theme])

  const fitted = useRef(false)
  useEffect(() => {
    if (map === null) return
    map.getSource<GeoJSONSource>('incidents')?.setData(toFeatures(points))
    const bounds = boundsOf(points)
    if (bounds === null || fitted.current) return
    fitted.current = true
    map.fitBounds([...bounds] as [number, number, number, number], { padding: 90, maxZoom: 9, animate: false })
  }, [map, points])

  useEffect(() => {
    map?.setFilter('selected', ['in', ['get', 'code'], ['literal', [...selected]]])
  }, [map, selected])

  useEffect(() => {
    if (map === null || background === null) return
    showBackground(map, background).then(
      () => {
        if (pane.current) pane.current.dataset.background = background.name
      },
      () => say(t('map.backgroundFailed', { name: background.name }), { tone: 'alert' }),
    )
  }, [map, background, t])

  // The map sets its own pane's position: what fills the page is around it.
  return (
    <div className="absolute inset-0">
      <div ref={pane} className="h-full w-full" />
    </div>
  )
}
