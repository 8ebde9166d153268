import type { Claim } from '../../model/claim.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import { type DaySpan, type Item, itemsOf } from './item.ts'
import type { PlaceView } from './place-relation.ts'

/** Days that share a bucket; a span of days lies in every bucket that it or the two days about it touch. */
const BUCKET = 4
const MARGIN = 2
/** Spans longer than this are too vague to link by time at all. */
const LONGEST = 45
/** Degrees of latitude and longitude of a cell (about 28 km). */
const CELL = 0.25

/**
 * The keys of the blocks that a claim may match in, by place and days. Two claims of different documents are compared only
 * if they share one. A claim with no time has none: only people can link it across documents.
 */
export const blocksOf = (claim: Claim, located: ClaimPlaces | undefined): readonly string[] => [
  ...new Set(itemsOf(claim, located).flatMap(itemBlocks)),
]

/** The block keys of an item. */
export const itemBlocks = (item: Item): readonly string[] => viewBlocks(item.views, item.days)

/** The block keys of some places at some days. */
export const viewBlocks = (views: readonly PlaceView[], days: DaySpan | null): readonly string[] => {
  if (days === null || days.to - days.from > LONGEST) return []
  const places = new Set(views.flatMap(placeKeys))
  const keys: string[] = []
  for (let b = Math.floor((days.from - MARGIN) / BUCKET); b <= Math.floor((days.to + MARGIN) / BUCKET); b++)
    for (const place of places) keys.push(`${place}@${b}`)
  return keys
}

/** A place known only by its country meets others by its name alone: else everything would share a block. */
const placeKeys = (view: PlaceView): readonly string[] => [
  `n:${view.name.consonants}`,
  ...(view.place === null || view.place.admin1 === null ? [] : [`a:${view.place.country}/${view.place.admin1}`]),
  ...cells(view),
]

/** The cells that the place may lie in, when it is located as itself. */
const cells = (view: PlaceView): readonly string[] => {
  if (view.place === null || !view.exact) return []
  const { lat, lon } = view.place
  const keys = new Set<string>()
  for (const dLat of [-CELL / 2, CELL / 2])
    for (const dLon of [-CELL / 2, CELL / 2])
      keys.add(`c:${Math.floor((lat + dLat) / CELL)}/${Math.floor((lon + dLon) / CELL)}`)
  return [...keys]
}
