import { type Claim, type ClaimId, isCountClaim, isQuarantined } from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import { dayNumber, type TimeRange } from '../../model/time-range.ts'
import { type PlaceView, placeView } from './place-relation.ts'

/** What linking joins: a claim, or one place of a claim that holds for each of its places. */
export interface Item {
  /** The claim's id, with `#place` for one place of an `each` claim. */
  readonly key: string
  readonly claim: Claim
  readonly document: DocumentId
  readonly place: number | null
  readonly kind: 'incident' | 'rollup'
  readonly views: readonly PlaceView[]
  readonly days: DaySpan | null
}

/** Days since 1970, both inclusive; `open` when the report does not say when it began. */
export interface DaySpan {
  readonly from: number
  readonly to: number
  readonly open: boolean
}

/** An undated current event is taken to lie within this many days before its report. */
const UNDATED_DAYS = 3

/** A range of days as numbers; null when nothing is known. */
export const daySpan = (time: TimeRange): DaySpan | null => {
  if (time.latest === null) return null
  const to = dayNumber(time.latest)
  if (time.earliest === null) return { from: to - UNDATED_DAYS, to, open: true }
  return { from: Math.min(to, dayNumber(time.earliest)), to, open: false }
}

/** The key of an item. */
export const itemKey = (claim: ClaimId, place: number | null): string => (place === null ? claim : `${claim}#${place}`)

/** Whether a claim can belong to an incident at all: tolls, forecasts and denials can't, nor can control and agreements. */
export const isLinkable = (claim: Claim): boolean =>
  isCountClaim(claim) ? !isQuarantined(claim.scope) : claim.kind === 'attack'

/** The items of a claim: one for each place where its number holds for each, else one. */
export const itemsOf = (claim: Claim, located: ClaimPlaces | undefined): readonly Item[] => {
  if (!isLinkable(claim)) return []
  const views = claim.places.map((mention, i) => placeView(mention, located?.places[i] ?? null))
  const each = isCountClaim(claim) && claim.count.each && views.length > 1
  if (!each) return [makeItem(claim, null, views)]
  return views.map((view, i) => makeItem(claim, i, [view]))
}

/** A sum over several places or attacks. An addend at one named place is an incident, whatever its scope was taken for. */
const isSum = (claim: Claim, views: readonly PlaceView[]): boolean => {
  if (!isCountClaim(claim) || claim.scope !== 'total') return false
  const [only, ...more] = views
  return claim.relation !== 'part' || only === undefined || only.broad || more.length > 0
}

const makeItem = (claim: Claim, place: number | null, views: readonly PlaceView[]): Item => ({
  key: itemKey(claim.id, place),
  claim,
  document: claim.document,
  place,
  kind: isSum(claim, views) ? 'rollup' : 'incident',
  views,
  days: daySpan(claim.time),
})
