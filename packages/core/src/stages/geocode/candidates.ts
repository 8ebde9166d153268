import type { Gazetteer, GazetteerMatch, LookupOptions } from '../../gazetteer/gazetteer.ts'
import { metresBetween } from '../../gazetteer/geo.ts'
import type { PlaceQuery } from './place-query.ts'

/** How many readings of a name are weighed, from all the world and from each likely country. */
const WORLD = 8
const HOME = 12
/** Two gazetteers' entries of one kind, alike in name and this near each other (metres), are one place. */
const SAME = 3000

/** The readings of a name in the likely countries and, unless only those are asked for, the world; without doubles. */
export const candidatesOf = (
  query: PlaceQuery,
  gazetteer: Gazetteer,
  countries: readonly string[],
  onlyThere: boolean,
): readonly GazetteerMatch[] => {
  if (query.name === '') return []
  const home = countries.flatMap((country) => lookUp(query, gazetteer, { country, limit: HOME }))
  return withoutDoubles(onlyThere ? home : [...home, ...lookUp(query, gazetteer, { limit: WORLD })])
}

/** Looks a name up, and the same name in the scripts that the text gives it in. */
const lookUp = (query: PlaceQuery, gazetteer: Gazetteer, options: LookupOptions): readonly GazetteerMatch[] =>
  [query.name, ...query.also].flatMap((name) => gazetteer.lookup(name, options))

/** How many readings are added from one first-order area. */
const AREA = 4

/** A place of whose first-order area the text speaks. */
type InArea = Pick<GazetteerMatch['entry'], 'country' | 'admin1'>

/**
 * The readings of a name with those in the first-order areas that the text puts it in or speaks of besides: of a name that many
 * places bear, the one meant is mostly not among the first.
 */
export const withThoseIn = (
  query: PlaceQuery,
  matches: readonly GazetteerMatch[],
  areas: readonly InArea[],
  gazetteer: Gazetteer,
): readonly GazetteerMatch[] => {
  const seen = new Set<string>()
  const more = areas.flatMap(({ country, admin1 }) => {
    if (admin1 === null || seen.has(`${country} ${admin1}`)) return []
    seen.add(`${country} ${admin1}`)
    return lookUp(query, gazetteer, { country, admin1, limit: AREA })
  })
  return more.length === 0 ? matches : withoutDoubles([...matches, ...more])
}

/** Whether more places of the likely countries may bear a name than were looked up. */
export const isCrowded = (matches: readonly GazetteerMatch[]): boolean => {
  const close = matches.filter(({ likeness }) => likeness >= (matches[0]?.likeness ?? 0) - 0.05)
  return close.length >= HOME - 2
}

const withoutDoubles = (matches: readonly GazetteerMatch[]): readonly GazetteerMatch[] => {
  const kept: GazetteerMatch[] = []
  for (const match of matches) {
    const double = kept.findIndex((other) => isSame(other, match))
    const other = kept[double]
    if (other === undefined) kept.push(match)
    else if (match.likeness > other.likeness) kept[double] = match
  }
  return kept
}

const isSame = (a: GazetteerMatch, b: GazetteerMatch): boolean =>
  a.entry.id === b.entry.id ||
  (a.entry.kind === b.entry.kind && a.entry.level === b.entry.level && metresBetween(a.entry, b.entry) < reach(a, b))

/** Areas of one level and name are the same wherever each gazetteer sets their middle. */
const reach = (a: GazetteerMatch, b: GazetteerMatch): number =>
  a.entry.level === null ? SAME : Math.max(a.entry.radius ?? 50_000, b.entry.radius ?? 50_000)
