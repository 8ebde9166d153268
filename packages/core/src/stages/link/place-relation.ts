import type { PlaceMention } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import { likenessOf, type ReadyName, readyName } from './name-likeness.ts'

/** A mention of a place with where it lies, as linking looks at it. */
export interface PlaceView {
  readonly mention: PlaceMention
  readonly place: Place | null
  readonly name: ReadyName
  /** The wider places the text puts it in. */
  readonly within: readonly ReadyName[]
  /** Located to within a town, be it by the area that holds it. */
  readonly exact: boolean
  /** The position is that of what the words name, not of what holds it. */
  readonly itself: boolean
  /** Some part of a town: "southern Aleppo" is placed where Aleppo is, and is not all of it. */
  readonly side: boolean
  /** An area, not a point: a province, a country, "the countryside". */
  readonly broad: boolean
}

/**
 * How two mentions lie to each other: one place · near each other · one within the other · names alike though a position
 * is missing · a known town and a place that no gazetteer knows, which may be a quarter of it · nothing to tell by · names
 * unlike with no position to decide · apart for certain.
 */
export type PlaceRelation = 'same' | 'near' | 'inside' | 'like' | 'mayHold' | 'unknown' | 'unlike' | 'apart'

const SAME_NAME = 0.87
const LIKE_NAME = 0.72
const EARTH_RADIUS = 6_371_000
/** Metres that two honest positions of one settlement may differ beyond their radii. */
const SLACK = 3_000

/** How linking sees a mention. */
export const placeView = (mention: PlaceMention, place: Place | null): PlaceView => {
  const side = mention.kind === 'area' && place !== null && place.precision <= 2
  const broadKind = mention.kind === 'admin' || mention.kind === 'country' || (mention.kind === 'area' && !side)
  const name = readyName(mention.text)
  const itself = place !== null && likenessOf(name, readyName(place.name)) >= LIKE_NAME
  const broad = broadKind || (place !== null && place.precision >= 3 && itself)
  return {
    mention,
    place,
    name,
    within: mention.within.map(readyName),
    exact: place !== null && place.precision <= 2,
    itself,
    side,
    broad,
  }
}

/** The relation of two mentions. */
export const placeRelation = (a: PlaceView, b: PlaceView): PlaceRelation => {
  const likeness = likenessOf(a.name, b.name)
  const distance = a.place !== null && b.place !== null ? distanceOf(a.place, b.place) : null
  if (a.exact && b.exact && distance !== null) return exactRelation(a, b, distance, likeness)
  if (likeness >= SAME_NAME) return farApart(a, b, distance) ? 'apart' : 'same'
  if (namesWithin(a, b) || namesWithin(b, a)) return 'inside'
  if (a.broad || b.broad) return broadRelation(a, b, distance)
  if (farApart(a, b, distance)) return 'apart'
  if (likeness >= LIKE_NAME) return 'like'
  return a.exact !== b.exact ? 'mayHold' : 'unlike'
}

const exactRelation = (a: PlaceView, b: PlaceView, distance: number, likeness: number): PlaceRelation => {
  const oneEntry = a.place?.gazetteerId === b.place?.gazetteerId
  if (likeness < SAME_NAME && oneEntry && a.side !== b.side) return 'inside'
  if (oneEntry || (likeness >= SAME_NAME && distance < 4 * SLACK)) return 'same'
  const wider = Math.max(a.place?.radius ?? 0, b.place?.radius ?? 0)
  if (distance <= wider) return 'inside'
  return distance <= (a.place?.radius ?? 0) + (b.place?.radius ?? 0) + SLACK ? 'near' : 'apart'
}

/** A village's text puts it in the other's place: "Takad" of "Aleppo's Takad village". */
const namesWithin = (inner: PlaceView, outer: PlaceView): boolean =>
  inner.within.some((area) => likenessOf(area, outer.name) >= SAME_NAME)

const broadRelation = (a: PlaceView, b: PlaceView, distance: number | null): PlaceRelation => {
  if (a.place === null || b.place === null || distance === null) return 'unknown'
  if (a.place.country !== b.place.country) return 'apart'
  if (a.place.precision === 6 || b.place.precision === 6) return 'inside'
  const widest = Math.max(a.place.radius, b.place.radius)
  // What no gazetteer knows lies somewhere in its country; that does not put the rest of the country into it.
  const known = (a.place.radius === widest && a.itself) || (b.place.radius === widest && b.itself)
  if (known && distance <= widest + SLACK) return 'inside'
  if (a.place.admin1 !== null && a.place.admin1 === b.place.admin1) return 'inside'
  return farApart(a, b, distance) ? 'apart' : 'unknown'
}

const farApart = (a: PlaceView, b: PlaceView, distance: number | null): boolean =>
  distance !== null && distance > (a.place?.radius ?? 0) + (b.place?.radius ?? 0) + 4 * SLACK

/** Metres between two points on the earth. */
export const distanceOf = (a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number => {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}
