import { addProtocol, type MapLibreMap } from 'maplibre-gl'
import { FileSource, PMTiles, Protocol, TileType } from 'pmtiles'
import { colours } from '../../components/map/colours.ts'

const protocol = new Protocol()
let added = false

/** Puts the user's own tiles (a PMTiles file of theirs, read where it lies) under the incidents. */
export const showBackground = async (map: MapLibreMap, file: File): Promise<void> => {
  if (!added) addProtocol('pmtiles', protocol.tile)
  added = true
  const tiles = new PMTiles(new FileSource(file))
  protocol.add(tiles)
  const header = await tiles.getHeader()
  clear(map)
  const url = `pmtiles://${tiles.source.getKey()}`
  if (header.tileType !== TileType.Mvt) {
    map.addSource('user', { type: 'raster', url, tileSize: 256 })
    map.addLayer({ id: 'user-raster', type: 'raster', source: 'user' }, 'precision')
    return drawn(map)
  }
  map.addSource('user', { type: 'vector', url })
  const { inner } = colours()
  const { vector_layers: layers = [] } = (await tiles.getMetadata()) as {
    vector_layers?: readonly { readonly id: string }[]
  }
  for (const { id } of layers)
    map.addLayer(
      {
        id: `user-${id}`,
        type: 'line',
        source: 'user',
        'source-layer': id,
        paint: { 'line-color': inner, 'line-width': 0.8 },
      },
      'precision',
    )
  return drawn(map)
}

/** Until the tiles in sight stand on the map. */
const drawn = async (map: MapLibreMap): Promise<void> => {
  await new Promise<void>((settled) => map.once('idle', () => settled()))
}

const clear = (map: MapLibreMap): void => {
  for (const { id } of map.getStyle().layers) if (id.startsWith('user-')) map.removeLayer(id)
  if (map.getSource('user')) map.removeSource('user')
}
