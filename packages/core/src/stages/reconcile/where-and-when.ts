import type { PlaceMention } from '../../model/claim.ts'
import type { ClaimPlaces, Place } from '../../model/place.ts'
import { type TimeRange, timeRange, UNKNOWN_TIME } from '../../model/time-range.ts'
import type { Witness } from './evidence.ts'

/** A place that a claim gives for its share of an incident. */
export interface Placed {
  readonly mention: PlaceMention
  readonly place: Place | null
}

/** The mentions of a claim for one incident: all of them, or the one that the link is about. */
export const placedOf = (witness: Witness, located: ClaimPlaces | undefined, only: number | null): readonly Placed[] =>
  witness.claim.places
    .map((mention, i) => ({ mention, place: located?.places[i] ?? null, i }))
    .filter(({ i }) => only === null || i === only)

const BROAD: readonly PlaceMention['kind'][] = ['settlement', 'facility', 'unknown', 'area', 'admin', 'country']

/** The most specific place of an incident, the most often told of those; ties by spelling, so that no order matters. */
export const mostSpecific = (placed: readonly Placed[]): Placed | null => {
  const told = new Map<string, number>()
  for (const { mention } of placed) told.set(mention.text, (told.get(mention.text) ?? 0) + 1)
  const rank = ({ mention, place }: Placed): number =>
    BROAD.indexOf(mention.kind) * 10 + (place === null ? 8 : place.precision)
  return (
    [...placed].sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (told.get(b.mention.text) ?? 0) - (told.get(a.mention.text) ?? 0) ||
        (a.mention.text < b.mention.text ? -1 : a.mention.text > b.mention.text ? 1 : 0),
    )[0] ?? null
  )
}

/** The area that a sum is over: the widest that its claims name, the most often told of those. */
export const widest = (placed: readonly Placed[]): Placed | null => {
  const width = ({ mention }: Placed): number => BROAD.indexOf(mention.kind)
  const top = Math.max(...placed.map(width))
  return mostSpecific(placed.filter((one) => width(one) === top))
}

/** The days that all reports allow; when they contradict each other, from the earliest to the latest that any tells. */
export const timeOf = (witnesses: readonly Witness[]): TimeRange => {
  const times = witnesses.map(({ claim }) => claim.time).filter((time) => time.latest !== null)
  if (times.length === 0) return UNKNOWN_TIME
  const begun = times.flatMap((time) => time.earliest ?? []).sort()
  const ended = times
    .filter((time) => begun.length === 0 || time.earliest !== null)
    .flatMap((time) => time.latest ?? [])
    .sort()
  const [from, to] = [begun.at(-1) ?? null, ended[0] ?? null]
  if (from !== null && to !== null && from > to) return timeRange(begun[0] ?? null, ended.at(-1) ?? null)
  return timeRange(from, begun.length === 0 ? (ended.at(-1) ?? null) : to)
}
