import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, brotliDecompressSync } from 'node:zlib'
import type { AreaFile } from '@sijil/core/gazetteer/area-file.js'
import { type Areas, openAreas } from '@sijil/core/gazetteer/areas.js'
import { buildIndex } from '@sijil/core/gazetteer/build-index.js'
import { entriesOfAreas, entriesOfPlaces } from '@sijil/core/gazetteer/built-in.js'
import type { GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import { LAYOUT } from '@sijil/core/gazetteer/index-layout.js'
import { openIndex } from '@sijil/core/gazetteer/name-index.js'
import { readPlaceTable } from '@sijil/core/gazetteer/read-place-table.js'
import { cacheFolder } from './cache-folder.ts'
import { cachedIndex } from './index-file.ts'
import { onceRead } from './once-read.ts'

/** Beside `packages/`, from the sources and from the build alike. */
const ROOT = new URL('../../../../gazetteer/', import.meta.url)
const decompress = promisify(brotliDecompress)

export interface BuiltIn {
  /** Its name with the first digits of its checksum. */
  readonly version: string
  readonly index: Uint8Array
  /** How many places it has. */
  readonly places: number
}

/** The built-in gazetteer's index: from the cache, or built from the baked data and kept there; read once a process. */
export const loadBuiltIn = onceRead(async (): Promise<BuiltIn> => {
  const sums = await readFile(new URL('SHA256SUMS', ROOT))
  const digest = createHash('sha256').update(sums).digest('hex').slice(0, 8)
  const path = join(cacheFolder(), `gazetteer-${digest}-${LAYOUT}.idx`)
  const index = await cachedIndex(path, build)
  return { version: `built-in-${digest}`, index, places: openIndex(index).size }
})

/** The places of the built-in gazetteer by their number in GeoNames. */
export const builtInPlaces = async (): Promise<ReadonlyMap<string, GazetteerEntry>> =>
  byGeonamesNumber(entriesOfPlaces(await unpacked('places.tsv.br')))

/** Places by the number that closes their ids. */
export const byGeonamesNumber = (entries: readonly GazetteerEntry[]): ReadonlyMap<string, GazetteerEntry> =>
  new Map(entries.map((entry) => [entry.id.slice(entry.id.lastIndexOf(':') + 1), entry]))

const build = async (): Promise<Uint8Array> => {
  const [areas, places] = await Promise.all(['areas.json.br', 'places.tsv.br'].map(unpacked))
  const outlines = JSON.parse(areas ?? '') as AreaFile
  return buildIndex([...entriesOfAreas(outlines), ...(await regions()), ...entriesOfPlaces(places ?? '')])
}

/** Landscapes that reports name and that are no administrative areas. Throws a RangeError that names a broken row. */
const regions = async (): Promise<readonly GazetteerEntry[]> => {
  const { entries, bad } = readPlaceTable(await readFile(new URL('regions.csv', ROOT), 'utf8'), 'region')
  const [first] = bad
  if (first !== undefined) throw new RangeError(`gazetteer/regions.csv, line ${first.line}: ${first.why}`)
  return entries
}

const unpacked = async (name: string): Promise<string> =>
  (await decompress(await readFile(new URL(name, ROOT)))).toString('utf8')

let areas: Areas | undefined

/** The outlines of first-order areas, unpacked when first asked for: few runs need them. */
export const lazyAreas = (): Areas => {
  const all = (): Areas => {
    areas ??= openAreas(
      JSON.parse(brotliDecompressSync(readFileSync(new URL('areas.json.br', ROOT))).toString('utf8')) as AreaFile,
    )
    return areas
  }
  return {
    at: (lat, lon) => all().at(lat, lon),
    admin1Near: (lat, lon, country) => all().admin1Near(lat, lon, country),
    side: (country, admin1, bearing) => all().side(country, admin1, bearing),
  }
}
