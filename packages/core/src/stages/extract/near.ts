import type { ClaimCore } from './claim-core.ts'
import type { TimeExpression } from './dates/find-times.ts'
import type { Layout, Segment } from './layout.ts'
import { meet } from './thread.ts'

/** A segment that may speak of the same attack as a claim, and how far it is to fetch (0 = the claim's own). */
export interface Near {
  readonly segment: number
  readonly cost: number
  /** It states the claim's own number again. */
  readonly restated: boolean
}

const BREAK = 20
const FARTHEST = 60
/** Sentences back after which distance says no more: what was told holds until another attack is told. */
const STALEST = 5
/** What a segment that names the claim's own day costs at most. */
const SAME_DAY = 16
/** What a segment that states the claim's number again costs at most. */
const RESTATED = 8

export const tollNear = (layout: Layout, core: ClaimCore): readonly Near[] => {
  const segment = layout.segmentOf[core.first] ?? 0
  return [
    { segment, cost: 0, restated: false },
    ...(segment > 0 ? [{ segment: segment - 1, cost: 20, restated: false }] : []),
    ...(segment > 1 ? [{ segment: segment - 2, cost: 30, restated: false }] : []),
    ...(segment > 2 ? [{ segment: segment - 3, cost: 35, restated: false }] : []),
  ]
}

export const nearOf = (
  layout: Layout,
  cores: readonly ClaimCore[],
  core: ClaimCore,
  breaks: Int32Array,
  days: ReadonlyMap<number, TimeExpression>,
  tolls: ReadonlySet<number>,
): readonly Near[] => {
  const own = layout.segmentOf[core.first] ?? 0
  const again = new Set(
    cores.filter((other) => isRestated(core, other)).map((other) => layout.segmentOf[other.first] ?? 0),
  )
  const day = days.get(own)
  const sameDay = (segment: number): boolean => {
    const other = days.get(segment)
    return day !== undefined && other !== undefined && segment !== own && meet(day, other)
  }
  const found: Near[] = []
  for (const segment of layout.segments) {
    const cost =
      costOf(segment, layout.segments[own] ?? segment, breaks) +
      (tolls.has(segment.index) && segment.index !== own ? 25 : 0)
    const restated = again.has(segment.index)
      ? Math.min(cost, isTelling(core) ? RESTATED : SAME_DAY)
      : sameDay(segment.index)
        ? Math.min(cost, SAME_DAY)
        : cost
    if (restated <= FARTHEST) found.push({ segment: segment.index, cost: restated, restated: again.has(segment.index) })
  }
  return found.sort((a, b) => a.cost - b.cost)
}

const costOf = (segment: Segment, own: Segment, breaks: Int32Array): number => {
  if (segment === own) return 0
  const distance = Math.max(1, Math.abs(segment.rank - own.rank))
  const crossed = Math.abs((breaks[segment.index] ?? 0) - (breaks[own.index] ?? 0)) * BREAK
  if (segment.headline) return 10 + crossed
  if (own.headline) return 4 + 3 * distance + crossed
  return crossed + (segment.index < own.index ? 5 + 3 * Math.min(distance, STALEST) : 12 + 4 * distance)
}

/** One or two dead are told of many attacks: only a larger number tells that the same attack is meant. */
const isTelling = (core: ClaimCore): boolean => (core.count.low ?? core.count.high ?? 0) > 2

/** The same number of the same harm, said again. */
const isRestated = (a: ClaimCore, b: ClaimCore): boolean =>
  a !== b &&
  a.metric === b.metric &&
  (a.count.low ?? a.count.high) !== null &&
  (a.count.low ?? a.count.high) === (b.count.low ?? b.count.high)
