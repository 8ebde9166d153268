import { exactKey } from './fold-name.ts'
import type { GazetteerMatch, GazetteerPlace, KnownName, LookupOptions } from './gazetteer.ts'
import { hashKey, type IndexTables, type KeyFamily, KINDS } from './index-layout.ts'
import { hear, likenessTo } from './likeness.ts'
import { hearName, soundKeys } from './name-sounds.ts'
import { openTables } from './open-index.ts'

/** Look-ups in one index. */
export interface NameIndex {
  readonly size: number
  /** ISO codes of the countries that a good part (a tenth) of its entries lie in. */
  countries(): readonly string[]
  lookup(name: string, options?: LookupOptions): readonly GazetteerMatch[]
  known(name: string): KnownName | null
  area(country: string, admin1: string | null): GazetteerPlace | null
}

/** Names less alike than this are different names. Chosen on pairs of spellings and of different places (see the bench). */
export const ALIKE = 0.7
/** How many names of one key are compared at most, those of prominent places first. */
const SCAN = 512

/** The likeness of names that sound the same but are spelled another way. */
const SOUNDS_SAME = 0.98

interface Hit {
  readonly entry: number
  readonly name: number
  readonly likeness: number
}

/** Opens an index made by `buildIndex`. A look-up costs a binary search and a few comparisons. */
export const openIndex = (bytes: Uint8Array): NameIndex => {
  const tables = openTables(bytes)
  return {
    size: tables.lat.length,
    countries: () => mainCountries(tables),
    lookup: (name, options = {}) => {
      const hits = hitsOf(tables, name, options)
      return hits.map((hit) => ({
        entry: entryAt(tables, hit.entry),
        name: textAt(tables, tables.nameText[hit.name] ?? 0),
        likeness: hit.likeness,
      }))
    },
    area: (country, admin1) => areaOf(tables, country, admin1),
    known: (name) => {
      const first = firstExact(tables, name)
      return first === null ? null : knownAt(tables, first)
    },
  }
}

const hitsOf = (tables: IndexTables, name: string, options: LookupOptions): readonly Hit[] => {
  const { exact, sounds } = hearName(name)
  if (sounds === '') return []
  const heard = hear(sounds)
  const best = new Map<number, Hit>()
  const country = options.country ?? ''
  const compare = (found: number, family: KeyFamily): false => {
    const entry = tables.nameEntry[found] ?? 0
    if (!isWanted(tables, entry, options)) return false
    const number = tables.nameSounds[found] ?? 0
    const sound = likenessTo(heard, tables.units, startAt(tables, number), tables.text[number - 1] ?? 0, ALIKE)
    // Names that only sound the same are not the same; names of one exact key sound the same unless hashes collided.
    const alike = family === 'exact' ? (sound > 0.999 ? 1 : 0) : Math.min(SOUNDS_SAME, sound)
    if (alike >= ALIKE && alike > (best.get(entry)?.likeness ?? 0))
      best.set(entry, { entry, name: found, likeness: alike })
    return false
  }
  const consider = (family: KeyFamily, key: string): void =>
    eachName(tables, hashKey(family, country, key), (found) => compare(found, family))
  consider('exact', exact)
  for (const key of soundKeys(sounds)) consider('sound', key)
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || a.entry - b.entry).slice(0, options.limit ?? 10)
}

const mainCountries = (tables: IndexTables): readonly string[] => {
  const counts = new Map<number, number>()
  for (const code of tables.country) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = [...counts].filter(([code, count]) => code !== 0 && count >= tables.country.length / 10)
  return most.map(([code]) => String.fromCharCode(code >> 8, code & 255))
}

const isWanted = (tables: IndexTables, entry: number, { country = '', admin1 }: LookupOptions): boolean =>
  (country === '' || tables.country[entry] === codeOf(country)) &&
  (admin1 === undefined || textAt(tables, tables.admin1[entry] ?? 0) === admin1)

const codeOf = (country: string): number => country.charCodeAt(0) * 256 + country.charCodeAt(1)

const areaOf = (tables: IndexTables, country: string, admin1: string | null): GazetteerPlace | null => {
  let found: GazetteerPlace | null = null
  eachName(tables, hashKey('area', country, admin1 ?? ''), (name) => {
    const entry = entryAt(tables, tables.nameEntry[name] ?? 0)
    if (entry.country === country && entry.admin1 === admin1 && entry.level === (admin1 === null ? 0 : 1)) found = entry
    return found !== null
  })
  return found
}

const firstExact = (tables: IndexTables, name: string): number | null => {
  const key = exactKey(name)
  if (key === '') return null
  let first: number | null = null
  eachName(tables, hashKey('exact', '', key), (found) => {
    const entry = tables.nameEntry[found] ?? 0
    if ((first === null || entry < first) && exactKey(textAt(tables, tables.nameText[found] ?? 0)) === key)
      first = entry
    return first !== null
  })
  return first
}

/** Visits the names under a hash, at most `SCAN` of them, until the visitor says that it has enough. */
const eachName = (tables: IndexTables, hash: number, visit: (name: number) => boolean): void => {
  const { keys, keyNames } = tables
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  for (let i = low; i < keys.length && keys[i] === hash && i < low + SCAN; i++)
    if (visit(keyNames[i] ?? 0) === true) return
}

const textAt = (tables: IndexTables, number: number): string => {
  if (number === 0) return ''
  const start = startAt(tables, number)
  return String.fromCharCode(...tables.units.subarray(start, tables.text[number - 1] ?? start))
}

const startAt = (tables: IndexTables, number: number): number => (number <= 1 ? 0 : (tables.text[number - 2] ?? 0))

const knownAt = (tables: IndexTables, entry: number): KnownName => ({
  kind: KINDS[tables.kind[entry] ?? 0] ?? 'unknown',
  level: levelAt(tables, entry),
  country: countryAt(tables, entry),
  population: tables.population[entry] ?? 0,
  radius: tables.radius[entry] || null,
})

const levelAt = (tables: IndexTables, entry: number): number | null => {
  const level = tables.level[entry] ?? 255
  return level === 255 ? null : level
}

const countryAt = (tables: IndexTables, entry: number): string => {
  const code = tables.country[entry] ?? 0
  return code === 0 ? '' : String.fromCharCode(code >> 8, code & 255)
}

const entryAt = (tables: IndexTables, e: number): GazetteerPlace => ({
  id: textAt(tables, tables.entryIds[2 * e] ?? 0),
  name: textAt(tables, tables.nameText[tables.entryNames[e] ?? 0] ?? 0),
  lat: (tables.lat[e] ?? 0) / 1e5,
  lon: (tables.lon[e] ?? 0) / 1e5,
  ...knownAt(tables, e),
  admin1: textAt(tables, tables.admin1[e] ?? 0) || null,
  pcode: textAt(tables, tables.entryIds[2 * e + 1] ?? 0) || null,
})
