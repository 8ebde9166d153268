import type { Areas } from './areas.ts'
import type { GazetteerEntry } from './gazetteer.ts'

/**
 * Gives entries the first-order area whose outline holds them, by its common name, so that all gazetteers speak of one set
 * of areas; where the outlines have none, the entry's own stays. An area of first order keeps its point, gets no double.
 */
export const settleAreas = (entries: readonly GazetteerEntry[], areas: Areas): readonly GazetteerEntry[] =>
  entries.map((entry) => {
    if (entry.kind === 'country') return entry
    const country = entry.country === '' ? (areas.at(entry.lat, entry.lon)?.country ?? '') : entry.country
    const area = country === '' ? null : areas.admin1Near(entry.lat, entry.lon, country)
    return { ...entry, country, admin1: area ?? entry.admin1 }
  })
