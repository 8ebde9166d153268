import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { baseMapOf } from './src/components/map/base-map.ts'

/** Makes `base-map.json` from the built-in gazetteer's outlines: the map needs nobody else's tiles. */
export const baseMapPlugin = (): Plugin => {
  let folder = ''
  return {
    name: 'sijil-base-map',
    configResolved: ({ publicDir }) => {
      folder = publicDir
    },
    buildStart: async () => {
      const packed = await readFile(join(import.meta.dirname, '../../gazetteer/areas.json.br'))
      const map = baseMapOf(JSON.parse(brotliDecompressSync(packed).toString('utf8')))
      await writeFile(join(folder, 'base-map.json'), JSON.stringify(map))
    },
  }
}
