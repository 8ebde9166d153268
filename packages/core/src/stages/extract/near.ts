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
  /** Between it and the claim the text turns to another attack. */
  readonly apart: boolean
}

const BREAK = 20
/** So many sentences away a long text speaks of other things: its claims are looked up in what stands around them. */
const WINDOW = 120
const FARTHEST = 60
/** Sentences back after which distance says no more: what was told holds until another attack is told. */
const STALEST = 5
/** What a segment that names the claim's own day costs at most. */
const SAME_DAY = 16
/** What a segment that states the claim's number again costs at most. */
const RESTATED = 8

/** What the sentence before costs for a toll that is tied to it. */
export const TOLD_ON = 8

/** `tellsOn`: the toll is tied to what the sentence before tells ("the strikes have killed", "since then"). */
export const tollNear = (layout: Layout, core: ClaimCore, tellsOn: boolean): readonly Near[] => {
  const segment = layout.segmentOf[core.first] ?? 0
  return [
    { segment, cost: 0, restated: false, apart: false },
    ...(segment > 0 ? [{ segment: segment - 1, cost: tellsOn ? TOLD_ON : 20, restated: false, apart: true }] : []),
    ...(segment > 1 ? [{ segment: segment - 2, cost: 30, restated: false, apart: true }] : []),
    ...(segment > 2 ? [{ segment: segment - 3, cost: 35, restated: false, apart: true }] : []),
  ]
}

/** Nothing but the claim's own segment. */
export const ownAlone = (layout: Layout, core: ClaimCore): readonly Near[] => [
  { segment: layout.segmentOf[core.first] ?? 0, cost: 0, restated: false, apart: false },
]

export const nearOf = (
  layout: Layout,
  statements: Statements,
  core: ClaimCore,
  breaks: Int32Array,
  days: ReadonlyMap<number, TimeExpression>,
  tolls: ReadonlySet<number>,
): readonly Near[] => {
  const own = layout.segmentOf[core.first] ?? 0
  const stated = statements.get(statementOf(core) ?? '')
  /** Whether a segment states the claim's number of the same harm, the claim itself not counted. */
  const again = (segment: number): boolean => (stated?.get(segment) ?? 0) > (segment === own ? 1 : 0)
  const day = days.get(own)
  const sameDay = (segment: number): boolean => {
    const other = days.get(segment)
    return day !== undefined && other !== undefined && segment !== own && meet(day, other)
  }
  const found: Near[] = []
  for (let index = Math.max(0, own - WINDOW); index < own + WINDOW; index++) {
    const segment = layout.segments[index]
    if (segment === undefined) break
    const plain =
      costOf(segment, layout.segments[own] ?? segment, breaks) + (index !== own && tolls.has(index) ? 25 : 0)
    const restated = again(index)
    const cost = restated
      ? Math.min(plain, isTelling(core) ? RESTATED : SAME_DAY)
      : plain > SAME_DAY && sameDay(index)
        ? SAME_DAY
        : plain
    if (cost <= FARTHEST) found.push({ segment: index, cost, restated, apart: breaks[index] !== breaks[own] })
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

/** How often each number of each harm is stated in each segment. */
export type Statements = ReadonlyMap<string, ReadonlyMap<number, number>>

export const statementsOf = (layout: Layout, cores: readonly ClaimCore[]): Statements => {
  const statements = new Map<string, Map<number, number>>()
  for (const core of cores) {
    const key = statementOf(core)
    if (key === null) continue
    const counts = statements.get(key) ?? new Map<number, number>()
    const segment = layout.segmentOf[core.first] ?? 0
    statements.set(key, counts.set(segment, (counts.get(segment) ?? 0) + 1))
  }
  return statements
}

/** The number and the harm that a claim states; null for no number. */
export const statementOf = ({ metric, count }: ClaimCore): string | null => {
  const number = count.low ?? count.high
  return number === null ? null : `${metric} ${number}`
}
