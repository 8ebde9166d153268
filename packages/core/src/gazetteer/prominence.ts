import type { GazetteerEntry } from './gazetteer.ts'

/**
 * How likely a place is meant when only its name is known: countries, then first-order areas, then landscapes that a
 * gazetteer gives an extent, then by people living there.
 */
export const prominenceOf = (entry: Pick<GazetteerEntry, 'kind' | 'level' | 'population' | 'radius'>): number => {
  const people = Math.log10(entry.population + 10)
  if (entry.kind === 'country') return 20 + people
  if (entry.kind === 'admin') return entry.level === 1 ? 5.5 + people / 10 : 3 + people / 10
  return entry.kind === 'area' && entry.radius !== null ? Math.max(people, 5) : people
}
