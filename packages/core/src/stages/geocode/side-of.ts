import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import { pointFrom } from '../../gazetteer/geo.ts'
import type { Circle } from '../../gazetteer/outline-side.ts'
import type { Side } from '../../toponyms/toponym.ts'
import { ownExtent } from './precision.ts'
import type { Scored } from './score.ts'

/** What lies "south of" a town lies mostly this far off its middle, and so far around there (metres). */
const OFF = 12_000
const OFF_REACH = 25_000
/** The countryside on one side of a town: how far off its middle is, and how far it reaches. */
const LAND = 25_000
const LAND_REACH = 40_000

/**
 * The side of a place that a text speaks of, as a circle: a part of an area's outline; of the land around a town, or off it, a
 * circle shifted that way. `seat` is the town that an area is named after: "the southern countryside of X" lies around it.
 */
export const sideOf = (
  side: Side,
  place: GazetteerPlace,
  seat: GazetteerPlace | null,
  gazetteer: Gazetteer,
): Circle => {
  const own = ownExtent(place)
  if (place.level === null && place.kind !== 'area') {
    const shift = side.from === 'in' ? own.radius / 2 : OFF
    return shifted(place, side.bearing, shift, side.from === 'in' ? own.radius : OFF_REACH)
  }
  if (side.from === 'around' && seat !== null) return shifted(seat, side.bearing, LAND, LAND_REACH)
  const outlined = place.kind === 'country' || place.level === 1
  const part = outlined ? gazetteer.side(place.country, place.admin1, side.bearing) : null
  return part ?? shifted(place, side.bearing, own.radius / 2, own.radius)
}

const shifted = (place: GazetteerPlace, bearing: number, metres: number, radius: number): Circle => {
  const { lat, lon } = pointFrom(place, bearing, metres)
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5, radius: Math.round(radius) }
}

/** Of the readings of a name, the town that an area is called after. */
export const seatAmong = (readings: readonly Scored[], area: GazetteerPlace): GazetteerPlace | null => {
  if (area.level === null) return null
  const towns = readings.filter(
    ({ match: { entry, likeness } }) =>
      entry.kind === 'settlement' &&
      likeness >= 0.95 &&
      entry.country === area.country &&
      (area.admin1 === null || entry.admin1 === area.admin1),
  )
  const largest = [...towns].sort((a, b) => b.match.entry.population - a.match.entry.population)[0]
  return largest?.match.entry ?? null
}
