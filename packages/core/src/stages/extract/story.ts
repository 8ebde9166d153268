import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'
import { compilePatterns, findPatterns, matchAt } from '../../lexicon/patterns.ts'
import { piecesOf } from '../../lexicon/pieces.ts'
import type { Speech } from './attribution/find-speeches.ts'
import type { ClaimCore } from './claim-core.ts'
import type { TimeExpression } from './dates/find-times.ts'
import type { Layout, Segment } from './layout.ts'

/** A segment that may speak of the same attack as a claim, and how far it is to fetch (0 = the claim's own). */
export interface Near {
  readonly segment: number
  readonly cost: number
}

/** A document as its claims see it. */
export interface Story {
  readonly layout: Layout
  readonly cores: readonly ClaimCore[]
  /** Segments by cost, nearest first, for each claim. */
  readonly near: readonly (readonly Near[])[]
  /** Claims that state a running toll: they take nothing from elsewhere. */
  readonly toll: readonly boolean[]
  /** Times that only say when somebody spoke. */
  readonly spoken: ReadonlySet<TimeExpression>
  /** Tokens of words for a war, and for the start of one. */
  readonly words: ReadonlyMap<number, DiscourseClass>
}

type DiscourseClass = 'break' | 'war' | 'begin' | 'toll' | 'attack'

const BREAK = 14
const FARTHEST = 60
const BIG = 1000

const discourse = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('discourse').map((row) => [row.pattern ?? '', (row.class ?? '') as DiscourseClass] as const),
  ),
)

/** Works out which segments speak of the same attack as each claim. */
export const tellStory = (
  layout: Layout,
  cores: readonly ClaimCore[],
  speeches: readonly Speech[],
  lexicon: Lexicon,
): Story => {
  const pieces = piecesOf(layout.text)
  const set = discourse(lexicon)
  const words = new Map(findPatterns(set, pieces).map((match) => [match.first, match.value]))
  const spoken = new Set(layout.times.filter((time) => isSpoken(layout, time, speeches)))
  const breaks = breaksOf(layout, spoken, (segment) =>
    opensAnother(layout, segment, (at) => matchAt(set, pieces, at)?.value),
  )
  const toll = cores.map((core) => isToll(core, layout, words))
  const tollSegments = new Set(cores.flatMap((core, i) => (toll[i] ? [layout.segmentOf[core.first] ?? 0] : [])))
  const near = cores.map((core, i) =>
    toll[i] === true ? tollNear(layout, core) : nearOf(layout, cores, core, breaks, tollSegments),
  )
  return { layout, cores, near, toll, spoken, words }
}

/** "said on Monday", "told reporters on Monday", "the monitor on Monday said". */
const isSpoken = (layout: Layout, time: TimeExpression, speeches: readonly Speech[]): boolean => {
  const segment = layout.segmentOf[time.first]
  return speeches.some((speech) => {
    if (speech.segment !== segment || speech.cue.last > layout.text.tokens.length) return false
    const after = time.first - speech.cue.last
    if (after >= 0 && after <= 1) return true
    if (after > 1 && after <= 6) return noVerb(layout, speech.cue.last, time.first)
    const before = speech.cue.first - time.last
    const speaker = speech.speakers[0]
    return (
      before >= 0 &&
      before <= 1 &&
      speaker !== undefined &&
      speaker.last <= time.first &&
      time.first - speaker.last <= 2
    )
  })
}

const noVerb = (layout: Layout, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) {
    const token = layout.text.tokens[at]
    if (token?.tag === 'VERB' || token?.tag === 'AUX' || token?.tag === 'NUM' || token?.tag === 'SCONJ') return false
  }
  return true
}

const opensAnother = (
  layout: Layout,
  segment: Segment,
  classAt: (token: number) => DiscourseClass | undefined,
): boolean => {
  for (let at = segment.first; at < Math.min(segment.first + 2, segment.last); at++) {
    if (classAt(at) === 'break') return true
    if (layout.text.tokens[at]?.tag !== 'PUNCT' && layout.text.tokens[at]?.tag !== 'CCONJ') return false
  }
  return false
}

/** How many other attacks have been opened up to each segment. */
const breaksOf = (
  layout: Layout,
  spoken: ReadonlySet<TimeExpression>,
  opens: (segment: Segment) => boolean,
): Int32Array => {
  const count = new Int32Array(layout.segments.length)
  let day: TimeExpression | undefined
  for (const segment of layout.segments) {
    const own = layout.times.find(
      (time) =>
        layout.segmentOf[time.first] === segment.index && time.role === 'at' && !time.vague && !spoken.has(time),
    )
    const other = own !== undefined && day !== undefined && !meet(own, day)
    if (own !== undefined) day = own
    count[segment.index] = (count[segment.index - 1] ?? 0) + (other || opens(segment) ? 1 : 0)
  }
  return count
}

const meet = (a: TimeExpression, b: TimeExpression): boolean =>
  (a.days.from ?? a.days.to) <= b.days.to && (b.days.from ?? b.days.to) <= a.days.to

/** A number so big, or so tied to a war or a span of time, that no single attack is meant. */
const isToll = (core: ClaimCore, layout: Layout, words: ReadonlyMap<number, DiscourseClass>): boolean => {
  const segment = layout.segments[layout.segmentOf[core.first] ?? 0]
  if (segment === undefined) return false
  const own = layout.times.filter((time) => layout.segmentOf[time.first] === segment.index)
  if (own.some((time) => spans(time) && Math.abs(time.first - core.first) < 30)) return true
  const point = own.some((time) => !time.vague && time.role === 'at')
  if (!point && (core.count.low ?? core.count.high ?? 0) >= BIG) return true
  if (point) return false
  for (let at = segment.first; at < segment.last; at++)
    if (words.get(at) === 'war' && words.get(at + 1) !== 'begin' && at < core.first && core.first - at < 8) return true
  return false
}

const spans = (time: TimeExpression): boolean =>
  time.role === 'since' || (time.role === 'at' && time.days.from !== null && time.days.to - time.days.from > 3)

const tollNear = (layout: Layout, core: ClaimCore): readonly Near[] => {
  const segment = layout.segmentOf[core.first] ?? 0
  return [
    { segment, cost: 0 },
    ...(segment > 0 ? [{ segment: segment - 1, cost: 20 }] : []),
    ...(segment > 1 ? [{ segment: segment - 2, cost: 30 }] : []),
  ]
}

const nearOf = (
  layout: Layout,
  cores: readonly ClaimCore[],
  core: ClaimCore,
  breaks: Int32Array,
  tolls: ReadonlySet<number>,
): readonly Near[] => {
  const own = layout.segmentOf[core.first] ?? 0
  const again = new Set(
    cores.filter((other) => isRestated(core, other)).map((other) => layout.segmentOf[other.first] ?? 0),
  )
  const headline = layout.segments[own]?.headline === true
  const near: Near[] = []
  for (const segment of layout.segments) {
    const cost = costOf(segment, own, headline, breaks) + (tolls.has(segment.index) && segment.index !== own ? 25 : 0)
    const restated = again.has(segment.index) ? Math.min(cost, 8) : cost
    if (restated <= FARTHEST) near.push({ segment: segment.index, cost: restated })
  }
  return near.sort((a, b) => a.cost - b.cost)
}

const costOf = (segment: Segment, own: number, headline: boolean, breaks: Int32Array): number => {
  const distance = segment.index - own
  if (distance === 0) return 0
  const crossed = Math.abs((breaks[segment.index] ?? 0) - (breaks[own] ?? 0)) * BREAK
  if (segment.headline) return 10 + crossed
  if (headline) return 4 + 2 * Math.min(distance, 20) + crossed
  return distance < 0 ? 6 - 3 * distance + crossed : 12 + 4 * distance + crossed
}

/** The same number of the same harm, said again. */
const isRestated = (a: ClaimCore, b: ClaimCore): boolean =>
  a !== b &&
  a.metric === b.metric &&
  (a.count.low ?? a.count.high) !== null &&
  (a.count.low ?? a.count.high) === (b.count.low ?? b.count.high)
