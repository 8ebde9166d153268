import type { GazetteerEntry } from './gazetteer.ts'
import { hashKey, KINDS } from './index-layout.ts'
import { hearName, soundKeys } from './name-sounds.ts'
import { type Names, packIndex } from './pack-index.ts'
import { prominenceOf } from './prominence.ts'
import { makeTextTable, type TextTable } from './text-table.ts'

/** Builds the name index of some entries: one buffer that `openIndex` reads. The costly half; the buffer may be kept. */
export const buildIndex = (entries: readonly GazetteerEntry[]): Uint8Array => {
  const ranked = entries.map((entry) => ({ entry, rank: prominenceOf(entry) })).sort((a, b) => b.rank - a.rank)
  const ordered = ranked.map(({ entry }) => entry)
  const texts = makeTextTable()
  const names = makeNames(texts)
  const entryNames = Uint32Array.from({ length: ordered.length + 1 })
  ordered.forEach((entry, e) => {
    entryNames[e] = names.text.length
    addNames(names, entry, e)
  })
  entryNames[ordered.length] = names.text.length
  return packIndex({ ...columnsOf(ordered, texts), entryNames, names, texts })
}

const makeNames = (texts: TextTable): Names => ({ texts, text: [], sounds: [], entry: [], keys: [], keyNames: [] })

const addNames = (names: Names, entry: GazetteerEntry, e: number): void => {
  const exacts = new Set<string>()
  const heard = new Map<string, number>()
  for (const name of [entry.name, ...entry.names]) {
    const { exact, sounds } = hearName(name)
    if (sounds === '' || exacts.has(exact)) continue
    exacts.add(exact)
    const id = names.text.push(names.texts.add(name)) - 1
    names.entry.push(e)
    const known = heard.get(sounds)
    const number = known ?? names.texts.add(sounds)
    heard.set(sounds, number)
    names.sounds.push(number)
    addKeys(names, id, entry.country, exact, known === undefined ? soundKeys(sounds) : [])
    if (exacts.size === 1 && (entry.level === 0 || entry.level === 1)) {
      names.keys.push(hashKey('area', entry.country, entry.admin1 ?? ''))
      names.keyNames.push(id)
    }
  }
}

/** Keys over all countries and within the entry's own. */
const addKeys = (names: Names, id: number, country: string, exact: string, heard: readonly string[]): void => {
  const add = (hash: number): void => {
    names.keys.push(hash)
    names.keyNames.push(id)
  }
  add(hashKey('exact', '', exact))
  for (const key of heard) add(hashKey('sound', '', key))
  if (country === '') return
  add(hashKey('exact', country, exact))
  for (const key of heard) add(hashKey('sound', country, key))
}

const columnsOf = (entries: readonly GazetteerEntry[], texts: TextTable) => {
  const n = entries.length
  const columns = {
    lat: new Int32Array(n),
    lon: new Int32Array(n),
    population: new Uint32Array(n),
    radius: new Uint32Array(n),
    country: new Uint16Array(n),
    admin1: new Uint32Array(n),
    kind: new Uint8Array(n),
    level: new Uint8Array(n),
    entryIds: new Uint32Array(2 * n),
  }
  entries.forEach((entry, e) => {
    columns.lat[e] = Math.round(entry.lat * 1e5)
    columns.lon[e] = Math.round(entry.lon * 1e5)
    columns.population[e] = entry.population
    columns.radius[e] = entry.radius ?? 0
    columns.country[e] = entry.country === '' ? 0 : entry.country.charCodeAt(0) * 256 + entry.country.charCodeAt(1)
    columns.admin1[e] = entry.admin1 === null ? 0 : texts.addOnce(entry.admin1)
    columns.kind[e] = KINDS.indexOf(entry.kind)
    columns.level[e] = entry.level ?? 255
    columns.entryIds[2 * e] = texts.add(entry.id)
    columns.entryIds[2 * e + 1] = entry.pcode === null ? 0 : texts.add(entry.pcode)
  })
  return columns
}
