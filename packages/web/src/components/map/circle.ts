/** Metres a pixel shows at zoom 0 on the equator, with tiles of 512 pixels. */
const METRES_AT_0 = 78_271.517
export const TOP_ZOOM = 22

/** The radius in pixels, at zoom 0, of a circle of so many metres: MapLibre doubles it with each zoom. */
export const pixelsAt0 = (metres: number, lat: number): number =>
  metres / (METRES_AT_0 * Math.max(0.01, Math.cos((lat * Math.PI) / 180)))

/** A paint expression for a circle that keeps its size on the ground; `property` holds pixels at zoom 0. */
export const groundRadius = (property: string) =>
  [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    0,
    ['get', property],
    TOP_ZOOM,
    ['*', ['get', property], 2 ** TOP_ZOOM],
  ] as const

/** The zoom at which a circle of so many metres fits a window of so many pixels. */
export const zoomFor = (metres: number, lat: number, pixels: number): number => {
  if (metres <= 0) return 11
  return Math.max(2, Math.min(12, Math.log2(pixels / 2.6 / pixelsAt0(metres, lat))))
}
