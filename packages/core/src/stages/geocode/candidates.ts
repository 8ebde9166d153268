import type { Gazetteer, GazetteerMatch } from '../../gazetteer/gazetteer.ts'
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
  const home = countries.flatMap((country) => gazetteer.lookup(query.name, { country, limit: HOME }))
  return withoutDoubles(onlyThere ? home : [...home, ...gazetteer.lookup(query.name, { limit: WORLD })])
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
