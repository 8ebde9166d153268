import type { GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { AirwarsLabel, PlacePrecision } from '../../model/place.ts'

/** The label of what was found by its precision, kind, level and people. Airwars has none above the province; a country is named as such. */
export const airwarsLabel = (
  precision: PlacePrecision,
  { kind, level, population }: Pick<GazetteerPlace, 'kind' | 'level' | 'population'>,
): AirwarsLabel => {
  if (precision >= 5) return 'country'
  if (precision === 4) return 'province/governorate'
  if (precision === 3) return level === 3 ? 'subdistrict' : 'district'
  if (precision === 2) return 'neighbourhood/area'
  if (kind === 'facility') return 'nearby landmark'
  if (population >= 50_000) return 'city'
  return population >= 5000 ? 'town' : 'village'
}
