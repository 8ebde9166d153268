import { type Claim, isCountClaim } from '../../model/claim.ts'
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
export const itemBlocks = (item: Item): readonly string[] => [
  ...viewBlocks(item.views, item.days),
  ...numberBlocks(item),
]

/** The block keys of some places at some days. */
export const viewBlocks = (views: readonly PlaceView[], days: DaySpan | null): readonly string[] =>
  atDays([...new Set(views.flatMap(placeKeys))], days)

/** Numbers below this are told so often that they lead everywhere. */
const TELLING = 5

/**
 * The block keys of an item's number, by country: an air base that no gazetteer has and "near Homs" meet by "five killed
 * by missiles".
 */
export const numberBlocks = ({ claim, views, days }: Item): readonly string[] => {
  if (!isCountClaim(claim) || claim.means === null) return []
  const number = claim.count.low ?? claim.count.high
  if (number === null || number < TELLING) return []
  const countries = new Set(views.flatMap(({ place }) => place?.country ?? []))
  return atDays(
    [...countries].map((country) => `#:${country}/${claim.metric}/${number}/${claim.means}`),
    days,
  )
}

const atDays = (keys: readonly string[], days: DaySpan | null): readonly string[] => {
  if (days === null || days.to - days.from > LONGEST) return []
  const first = Math.floor((days.from - MARGIN) / BUCKET)
  const last = Math.floor((days.to + MARGIN) / BUCKET)
  return Array.from({ length: last - first + 1 }, (_, i) => keys.map((key) => `${key}@${first + i}`)).flat()
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
