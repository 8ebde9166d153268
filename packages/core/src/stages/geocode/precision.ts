import type { GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { PlacePrecision } from '../../model/place.ts'
import type { PlaceQuery } from './place-query.ts'

export interface Extent {
  readonly precision: PlacePrecision
  /** Metres. */
  readonly radius: number
}

/** UCDP's "near": a limited area of about 25 km around a known place. */
export const NEAR: Extent = { precision: 2, radius: 25_000 }

/** How exactly a place is known that was found by its own name. */
export const extentOf = (query: PlaceQuery, entry: GazetteerPlace): Extent => {
  const own = ownExtent(entry)
  if (entry.kind === 'country')
    return query.kind === 'area' || query.relation === 'near' ? { ...own, precision: 5 } : own
  // A district that the gazetteer knows only by its seat.
  if (query.kind === 'admin' && own.precision < 3) return { precision: 3, radius: Math.max(NEAR.radius, own.radius) }
  if (query.relation === 'near' || query.kind === 'area') return own.precision >= 3 ? own : widened(own)
  return own
}

const widened = (own: Extent): Extent => ({ precision: NEAR.precision, radius: Math.max(NEAR.radius, own.radius) })

/** Radius and precision of a gazetteer's place, told as the place itself. */
export const ownExtent = (entry: GazetteerPlace): Extent => {
  if (entry.kind === 'country') return { precision: 6, radius: entry.radius ?? 500_000 }
  if (entry.level === 1) return { precision: 4, radius: entry.radius ?? 80_000 }
  if (entry.kind === 'admin') return { precision: 3, radius: entry.radius ?? 25_000 }
  if (entry.kind === 'area') return { precision: 5, radius: entry.radius ?? 50_000 }
  return { precision: 1, radius: entry.radius ?? settledRadius(entry.population) }
}

/** How far a settlement reaches, at 4,000 people a square kilometre, and no less than a village with its fields. */
const settledRadius = (population: number): number =>
  Math.round(Math.max(1500, 1000 * Math.sqrt(population / 4000 / Math.PI)))
