import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { Pcodes } from '../../model/place.ts'

/**
 * The p-codes of the areas that hold a place: those that its own gazetteer gives, its own where it is an area, and of the
 * first-order area whose outline holds it. A country's is its ISO code.
 */
export const pcodesOf = (place: GazetteerPlace, gazetteer: Gazetteer): Pcodes => {
  const areas = place.areas ?? []
  const own = (level: number): string | null => (place.level === level ? place.pcode : null)
  return {
    adm0: place.country === '' ? null : (own(0) ?? place.country),
    adm1: areas[0] ?? own(1) ?? (place.admin1 === null ? null : gazetteer.pcode(place.country, place.admin1)),
    adm2: areas[1] ?? own(2),
    adm3: areas[2] ?? own(3),
  }
}

/** The p-code of the smallest area known to hold a place, or the place's own. */
export const smallestPcode = (place: GazetteerPlace, { adm1, adm2, adm3 }: Pcodes): string | null =>
  place.pcode ?? adm3 ?? adm2 ?? adm1
