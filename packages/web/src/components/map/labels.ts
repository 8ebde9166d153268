import { type MapLibreMap, Marker } from 'maplibre-gl'
import { baseMapLabels } from './ask-base-map.ts'

const MOST = 36
/** An area's name is shown where its outline is about so wide on the screen, in pixels. */
const ROOM_PX = 90

/** Names of areas as words of the page, so that every script is shaped as it should be. */
export const showLabels = (map: MapLibreMap): void => {
  let shown: Marker[] = []
  const draw = async (): Promise<void> => {
    const labels = await baseMapLabels()
    const bounds = map.getBounds()
    const pixelsPerDegree = (512 * 2 ** map.getZoom()) / 360
    const wanted = labels
      .filter(([, lon, lat, size]) => size * pixelsPerDegree > ROOM_PX && bounds.contains([lon, lat]))
      .sort((a, b) => b[3] - a[3])
      .slice(0, MOST)
    for (const marker of shown) marker.remove()
    shown = wanted.map(([name, lon, lat]) => {
      const element = document.createElement('span')
      element.textContent = name
      element.dir = 'auto'
      element.setAttribute('aria-hidden', 'true')
      element.className = 'pointer-events-none text-[0.72rem] text-faint select-none'
      return new Marker({ element }).setLngLat([lon, lat]).addTo(map)
    })
  }
  map.on('moveend', () => void draw())
  map.on('load', () => void draw())
}
