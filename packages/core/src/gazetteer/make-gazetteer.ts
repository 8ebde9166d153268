import { remembered } from '../model/remembered.ts'
import type { Areas } from './areas.ts'
import { buildIndex } from './build-index.ts'
import type { Gazetteer, GazetteerEntry, GazetteerMatch, KnownName, LookupOptions } from './gazetteer.ts'
import { type NameIndex, openIndex } from './name-index.ts'
import { prominenceOf } from './prominence.ts'

/**
 * Several indexes as one gazetteer: the built-in one first, then imported ones. `version` names them all; `areas` answers
 * for points.
 */
export const stackGazetteer = (version: string, indexes: readonly NameIndex[], areas: Areas | null): Gazetteer => ({
  version,
  homes: [...new Set(indexes.slice(1).flatMap((index) => index.countries()))],
  lookup: (name, options) => merged(indexes, name, options),
  known: remembered(REMEMBERED, (name: string) =>
    indexes.map((index) => index.known(name)).reduce(moreProminent, null),
  ),
  area: (country, admin1) =>
    indexes.map((index) => index.area(country, admin1)).find((found) => found !== null) ?? null,
  pcode: (country, admin1) =>
    indexes.map((index) => index.area(country, admin1)?.pcode ?? null).find((code) => code !== null) ?? null,
  areaAt: (lat, lon) => {
    const area = areas?.at(lat, lon) ?? null
    return area === null ? null : { country: area.country, admin1: area.common }
  },
  side: remembered(
    REMEMBERED,
    (country, admin1, bearing) => areas?.side(country, admin1, bearing) ?? null,
    (country, admin1, bearing) => `${country} ${bearing} ${admin1 ?? ''}`,
  ),
})

/** A gazetteer of a few entries in memory. */
export const makeGazetteer = (
  version: string,
  entries: readonly GazetteerEntry[],
  areas: Areas | null = null,
): Gazetteer => stackGazetteer(version, [openIndex(buildIndex(entries))], areas)

/** How many answers are remembered; reports ask for the same names again and again. */
const REMEMBERED = 2_500

const merged = (
  indexes: readonly NameIndex[],
  name: string,
  options: LookupOptions = {},
): readonly GazetteerMatch[] => {
  const [only] = indexes
  if (only !== undefined && indexes.length === 1) return only.lookup(name, options)
  const found = indexes
    .flatMap((index) => index.lookup(name, options))
    .sort((a, b) => b.likeness - a.likeness || prominenceOf(b.entry) - prominenceOf(a.entry))
  // A gazetteer of further names has places of others over again.
  const ids = new Set<string>()
  return found.filter(({ entry }) => !ids.has(entry.id) && ids.add(entry.id)).slice(0, options.limit ?? 10)
}

const moreProminent = (a: KnownName | null, b: KnownName | null): KnownName | null => {
  if (a === null || b === null) return a ?? b
  return prominenceOf(b) > prominenceOf(a) ? b : a
}
