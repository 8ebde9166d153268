import type { PlaceCandidate, PlacePrecision } from '../../model/place.ts'

/** Airwars' public labels of how exactly a place is known, from the widest to the closest that news can give. */
export type AirwarsLabel =
  | 'country'
  | 'province/governorate'
  | 'district'
  | 'city'
  | 'town'
  | 'village'
  | 'nearby landmark'
  | 'neighbourhood/area'

/** The label of a place by its precision, kind and people. Airwars has none above the province; a country is named as such. */
export const airwarsLabel = (
  precision: PlacePrecision,
  kind: PlaceCandidate['kind'],
  population: number,
): AirwarsLabel => {
  if (precision >= 5) return 'country'
  if (precision === 4) return 'province/governorate'
  if (precision === 3) return 'district'
  if (precision === 2) return 'neighbourhood/area'
  if (kind === 'facility') return 'nearby landmark'
  if (population >= 50_000) return 'city'
  return population >= 5000 ? 'town' : 'village'
}
