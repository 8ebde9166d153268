import { remembered } from '../model/remembered.ts'
import { findNames } from './find-names.ts'
import { exactKey } from './fold-name.ts'
import type { GazetteerMatch, GazetteerPlace, KnownName, LookupOptions } from './gazetteer.ts'
import { eachName, textAt } from './index-access.ts'
import { hashKey, type IndexTables, KINDS } from './index-layout.ts'
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

/** Opens an index made by `buildIndex`. A look-up jumps to where its keys lie, and costs a few comparisons. */
export const openIndex = (bytes: Uint8Array): NameIndex => {
  const tables = openTables(bytes)
  return {
    size: tables.lat.length,
    countries: () => mainCountries(tables),
    lookup: lookUpIn(tables),
    area: (country, admin1) => areaOf(tables, country, admin1),
    known: (name) => {
      const first = firstExact(tables, name)
      if (first === null) return null
      const own = textAt(tables, tables.nameText[tables.entryNames[first] ?? 0] ?? 0)
      return { ...knownAt(tables, first), first: exactKey(own) === exactKey(name) }
    },
  }
}

/** Look-ups that are remembered: reports name the same places again and again, and each is looked up in several ways. */
const LOOKUPS = 3_000
const ENTRIES = 5_000

const lookUpIn = (tables: IndexTables): ((name: string, options?: LookupOptions) => readonly GazetteerMatch[]) => {
  const entry = remembered(ENTRIES, (number: number) => entryAt(tables, number))
  const lookUp = (name: string, options: LookupOptions = {}): readonly GazetteerMatch[] =>
    findNames(tables, name, options).map((hit) => ({
      entry: entry(hit.entry),
      name: textAt(tables, tables.nameText[hit.name] ?? 0),
      likeness: hit.likeness,
      partial: hit.partial,
    }))
  return remembered(LOOKUPS, lookUp, (name, { country, admin1, same, limit } = {}) =>
    [country, admin1, same, limit, name].join('\n'),
  )
}

const mainCountries = (tables: IndexTables): readonly string[] => {
  const counts = new Map<number, number>()
  for (const code of tables.country) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = [...counts].filter(([code, count]) => code !== 0 && count >= tables.country.length / 10)
  return most.map(([code]) => String.fromCharCode(code >> 8, code & 255))
}

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

const knownAt = (tables: IndexTables, entry: number): Omit<KnownName, 'first'> => ({
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
  ...areasAt(tables, e),
})

const areasAt = (tables: IndexTables, e: number): Pick<GazetteerPlace, 'areas'> => {
  const codes = textAt(tables, tables.entryAreas[e] ?? 0)
  return codes === '' ? {} : { areas: codes.split(' ') }
}
