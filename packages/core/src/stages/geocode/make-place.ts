import type { Gazetteer, GazetteerPlace } from '../../gazetteer/gazetteer.ts'
import type { Circle } from '../../gazetteer/outline-side.ts'
import type { Place, PlaceCandidate } from '../../model/place.ts'
import { airwarsLabel } from './airwars-ladder.ts'
import { pcodesOf, smallestPcode } from './pcodes-of.ts'
import type { PlaceQuery } from './place-query.ts'
import type { Extent } from './precision.ts'
import type { Scored } from './score.ts'

const RUNNERS_UP = 4

/** What was found for a passage. */
export interface Found {
  readonly entry: GazetteerPlace
  readonly extent: Extent
  /** The side of it that is meant, as a circle; null = all of it. */
  readonly side: Circle | null
  readonly rivals: readonly Scored[]
  readonly why: readonly string[]
}

/** A passage and what was found for it as a place. */
export const makePlace = (query: PlaceQuery, found: Found, gazetteer: Gazetteer): Place => {
  const { entry, extent, side, rivals, why } = found
  const pcodes = pcodesOf(entry, gazetteer)
  return {
    kind: 'place',
    text: query.text,
    name: entry.name,
    lat: side?.lat ?? entry.lat,
    lon: side?.lon ?? entry.lon,
    precision: extent.precision,
    radius: side?.radius ?? extent.radius,
    accuracy: airwarsLabel(extent.precision, entry),
    country: entry.country,
    admin1: entry.admin1,
    pcode: smallestPcode(entry, pcodes),
    pcodes,
    gazetteerId: entry.id,
    gazetteer: gazetteer.version,
    runnersUp: rivals.slice(0, RUNNERS_UP).map(candidateOf),
    why,
  }
}

const candidateOf = ({ match, score, why }: Scored): PlaceCandidate => ({
  gazetteerId: match.entry.id,
  name: match.entry.name,
  lat: match.entry.lat,
  lon: match.entry.lon,
  country: match.entry.country,
  admin1: match.entry.admin1,
  kind: match.entry.kind,
  score: Math.round(score * 100) / 100,
  why,
})
