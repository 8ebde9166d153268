import { commonWords, partsBeside } from './common-words.ts'
import { withoutBrackets } from './fold-name.ts'
import type { GazetteerEntry } from './gazetteer.ts'
import { growingNumbers } from './growing.ts'
import { hashKey, type KeyFamily, KINDS } from './index-layout.ts'
import { hearName } from './name-sounds.ts'
import { type Names, packIndex } from './pack-index.ts'
import { prominenceOf } from './prominence.ts'
import { keysNear, soundKey, soundKeys } from './sound-keys.ts'
import { makeTextTable, type TextTable } from './text-table.ts'

/** Builds the name index of some entries: one buffer that `openIndex` reads. The costly half; the buffer may be kept. */
export const buildIndex = (entries: readonly GazetteerEntry[]): Uint8Array => {
  const ranked = entries.map((entry) => ({ entry, rank: prominenceOf(entry) })).sort((a, b) => b.rank - a.rank)
  const ordered = ranked.map(({ entry }) => entry)
  const texts = makeTextTable()
  const names = makeNames(texts)
  const common = commonWords(ordered)
  const entryNames = Uint32Array.from({ length: ordered.length + 1 })
  ordered.forEach((entry, e) => {
    entryNames[e] = names.text.length
    addNames(names, entry, e, common)
  })
  entryNames[ordered.length] = names.text.length
  for (const word of common) {
    names.keys.push(hashKey('common', '', word))
    names.keyNames.push(0)
  }
  return packIndex({ ...columnsOf(ordered, texts), entryNames, names, texts })
}

const makeNames = (texts: TextTable): Names => ({
  texts,
  heard: makeTextTable(),
  text: growingNumbers(),
  sounds: growingNumbers(),
  entry: growingNumbers(),
  keys: growingNumbers(),
  keyNames: growingNumbers(),
})

const addNames = (names: Names, entry: GazetteerEntry, e: number, common: ReadonlySet<string>): void => {
  const exacts = new Set<string>()
  const heard = new Set<string>()
  const added = new Set<number>()
  for (const name of spelledNames(entry)) {
    const { exact, sounds } = hearName(name)
    if (sounds === '' || exacts.has(exact)) continue
    exacts.add(exact)
    const id = names.text.length
    names.text.push(names.texts.add(name))
    names.entry.push(e)
    const isNew = !heard.has(sounds)
    heard.add(sounds)
    names.sounds.push(names.heard.addOnce(sounds) - 1)
    const add = (family: KeyFamily, country: string, key: string): void => {
      names.keys.push(hashKey(family, country, key))
      names.keyNames.push(id)
    }
    addKeys(add, entry.country, exact, isNew ? sounds : '')
    if (isNew) addFurtherKeys(add, added, entry.country, sounds, common)
    if (exacts.size === 1 && (entry.level === 0 || entry.level === 1)) add('area', entry.country, entry.admin1 ?? '')
  }
}

type AddKey = (family: KeyFamily, country: string, key: string) => void

/** The names of an entry; one with something in brackets also without it. */
const spelledNames = (entry: GazetteerEntry): readonly string[] =>
  [entry.name, ...entry.names].flatMap((name) => (name.includes('(') ? [name, withoutBrackets(name)] : [name]))

/** Keys over all countries and within the entry's own. */
const addKeys = (add: AddKey, country: string, exact: string, sounds: string): void => {
  const heard = sounds === '' ? [] : soundKeys(sounds)
  for (const home of country === '' ? [''] : ['', country]) {
    add('exact', home, exact)
    for (const key of heard) add('sound', home, key)
  }
}

/** Keys for spellings farther off, within the entry's country only; one entry stands once under each. */
const addFurtherKeys = (
  add: AddKey,
  added: Set<number>,
  country: string,
  sounds: string,
  common: ReadonlySet<string>,
): void => {
  if (country === '') return
  const once = (family: KeyFamily, key: string): void => {
    const hash = hashKey(family, '', key)
    if (added.has(hash)) return
    added.add(hash)
    add(family, country, key)
  }
  for (const key of soundKeys(sounds)) for (const near of keysNear(key)) once('near', near)
  for (const part of partsBeside(sounds, (word) => common.has(word))) once('part', soundKey(part))
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
    entryAreas: new Uint32Array(n),
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
    const areas = entry.areas ?? []
    columns.entryAreas[e] = areas.length === 0 ? 0 : texts.addOnce(areas.join(' '))
    columns.entryIds[2 * e] = texts.add(entry.id)
    columns.entryIds[2 * e + 1] = entry.pcode === null ? 0 : texts.add(entry.pcode)
  })
  return columns
}
