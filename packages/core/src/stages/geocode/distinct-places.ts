import { contains } from '../../model/span.ts'
import type { LocatedPlace } from './locate-text.ts'

/** A passage with where it lies, for certain. */
export interface PlacedToponym extends LocatedPlace {
  readonly place: NonNullable<LocatedPlace['place']>
}

/**
 * The places that a text is about, each once, at its first and most exact mention: without the areas that only say where
 * another place lies ("Orvane, Tarsk province"), nor the country around places of its own.
 */
export const distinctPlaces = (located: readonly LocatedPlace[]): readonly PlacedToponym[] => {
  const placed = located.filter((item): item is PlacedToponym => item.place !== null)
  const own = placed.filter((item) => !isHolder(item, placed))
  return own.filter((item, i) => !own.some((other, k) => k !== i && stands(other, k, item, i)))
}

const isHolder = (item: PlacedToponym, all: readonly PlacedToponym[]): boolean =>
  all.some(
    (other) =>
      other !== item &&
      (namesAsHolder(other, item) ||
        (item.place.precision >= 5 &&
          other.place.precision < item.place.precision &&
          other.place.country === item.place.country)),
  )

const namesAsHolder = (inner: PlacedToponym, outer: PlacedToponym): boolean =>
  inner.toponym.sentence === outer.toponym.sentence &&
  inner.toponym.within.includes(outer.toponym.name) &&
  inner.place.precision <= outer.place.precision

/** Whether another mention of the same place stands for this one: a more exact one, or as exact and earlier. */
const stands = (other: PlacedToponym, k: number, item: PlacedToponym, i: number): boolean => {
  if (contains(other.toponym, item.toponym) && k < i) return true
  if (other.place.gazetteerId !== item.place.gazetteerId) return false
  return other.place.precision < item.place.precision || (other.place.precision === item.place.precision && k < i)
}
