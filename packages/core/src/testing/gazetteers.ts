import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { AreaFile } from '../gazetteer/area-file.ts'
import { type Areas, openAreas } from '../gazetteer/areas.ts'
import { buildIndex } from '../gazetteer/build-index.ts'
import { entriesOfAreas, entriesOfPlaces } from '../gazetteer/built-in.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { LAYOUT } from '../gazetteer/index-layout.ts'
import { stackGazetteer } from '../gazetteer/make-gazetteer.ts'
import { type NameIndex, openIndex } from '../gazetteer/name-index.ts'

const ROOT = new URL('../../../../', import.meta.url)

const unpacked = (name: string): string =>
  brotliDecompressSync(readFileSync(new URL(`gazetteer/${name}`, ROOT))).toString('utf8')

/** Bytes of an index, built once and kept under node_modules/.cache as long as its name stays the same. */
export const cachedIndex = (name: string, build: () => Uint8Array): Uint8Array => {
  const folder = new URL('node_modules/.cache/sijil/', ROOT)
  const file = new URL(`${name}.idx`, folder)
  if (existsSync(file)) return aligned(readFileSync(file))
  const bytes = build()
  mkdirSync(folder, { recursive: true })
  const part = new URL(`${name}.${process.pid}.part`, folder)
  writeFileSync(part, bytes)
  renameSync(part, file)
  return bytes
}

/** A copy that begins a buffer of its own, as the index's views need. */
const aligned = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

/** A short name for code and data that an index depends on, so that a change of either builds it anew. */
export const fingerprintOf = (...parts: readonly string[]): string => {
  const code = ['fold-name', 'name-sounds', 'build-index', 'pack-index', 'prominence', 'built-in']
  const files = code.map((name) => readFileSync(new URL(`../gazetteer/${name}.ts`, import.meta.url), 'utf8'))
  return createHash('sha256')
    .update([LAYOUT, ...files, ...parts].join('\0'))
    .digest('hex')
    .slice(0, 16)
}

let builtIn: { readonly index: NameIndex; readonly areas: Areas } | undefined

/** The parts of the project's built-in gazetteer, for stacking others on it. */
export const loadBuiltInParts = (): { readonly index: NameIndex; readonly areas: Areas } => {
  if (builtIn !== undefined) return builtIn
  const file = JSON.parse(unpacked('areas.json.br')) as AreaFile
  const sums = readFileSync(new URL('gazetteer/SHA256SUMS', ROOT), 'utf8')
  const bytes = cachedIndex(`built-in-${fingerprintOf(sums)}`, () =>
    buildIndex([...entriesOfAreas(file), ...entriesOfPlaces(unpacked('places.tsv.br'))]),
  )
  builtIn = { index: openIndex(bytes), areas: openAreas(file) }
  return builtIn
}

/** The project's built-in gazetteer, for tests. */
export const loadBuiltInGazetteer = (): Gazetteer => {
  const { index, areas } = loadBuiltInParts()
  return stackGazetteer('built-in', [index], areas)
}
