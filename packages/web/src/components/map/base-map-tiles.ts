import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type BaseMap, FINEST_ZOOM } from './base-map.ts'
import { unpackBaseMap } from './unpack-base-map.ts'

const EXTENT = 4096

/** A tile of the base map as a vector tile; empty where there is neither land nor line. */
export type TileOf = (z: number, x: number, y: number) => Uint8Array<ArrayBuffer>

/** Cuts the base map into tiles, each when it is asked for. */
export const baseMapTiles = (map: BaseMap): TileOf => {
  const { land, lines } = unpackBaseMap(map)
  const options = { maxZoom: FINEST_ZOOM, extent: EXTENT, tolerance: 3, buffer: 64 }
  const layers = { land: new GeoJSONVT(land, options), lines: new GeoJSONVT(lines, options) }
  return (z, x, y) => {
    const found: Record<string, GeoJSONVTTile> = {}
    for (const [name, layer] of Object.entries(layers)) {
      const tile = layer.getTile(z, x, y)
      if (tile) found[name] = tile
    }
    return new Uint8Array(fromGeojsonVt(found, { version: 2, extent: EXTENT }))
  }
}
