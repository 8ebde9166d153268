import type { ClaimCore } from './claim-core.ts'
import type { TimeExpression } from './dates/find-times.ts'
import type { DiscourseWords } from './discourse.ts'
import type { Layout, Segment } from './layout.ts'

const BIG = 1000
/** Days after which "after that day" tells a span. */
const OLD = 30

/** A number so big, or so tied to a war or a span of time, that no single attack is meant. */
export const isToll = (
  core: ClaimCore,
  layout: Layout,
  words: DiscourseWords,
  spoken: ReadonlySet<TimeExpression>,
  small: ReadonlyMap<string, string>,
): boolean => {
  const segment = layout.segments[layout.segmentOf[core.first] ?? 0]
  if (segment === undefined) return false
  const starts = (time: TimeExpression): boolean => time.role === 'since' || begins(time, layout, words)
  const told = layout.times.find((time) => layout.segmentOf[time.first] === segment.index && starts(time))
  if (told !== undefined && opensClause(core, told, layout, small)) return false
  const own = layout.times.filter(
    (time) =>
      layout.segmentOf[time.first] === segment.index && !spoken.has(time) && !isAcrossSum(core, time, layout, small),
  )
  const isSpan = (time: TimeExpression): boolean =>
    !inRelative(core, time, layout, small) &&
    (spans(time, layout.today) || (begins(time, layout, words) && wars(time, layout, words)))
  const point = nearestTo(
    core,
    own.filter((time) => !isSpan(time) && !spans(time, layout.today)),
  )
  const span = nearestTo(core, own.filter(isSpan))
  if (span < 30 && span <= point) return true
  if (point < 30) return false
  if ((core.count.low ?? core.count.high ?? 0) >= BIG) return true
  for (let at = Math.max(segment.first, core.first - 7); at < core.first; at++) if (words.get(at) === 'war') return true
  return (core.sums === true || isPerfect(core, layout, small)) && sinceBefore(segment, layout, words)
}

/** "killed five on Monday, bringing the toll this year to 18": a time on the other side of "bringing" is the other number's. */
export const isAcrossSum = (
  core: ClaimCore,
  time: TimeExpression,
  layout: Layout,
  small: ReadonlyMap<string, string>,
): boolean => {
  if (layout.segmentOf[core.first] !== layout.segmentOf[time.first]) return false
  const [from, to] = time.first >= core.last ? [core.last, time.first] : [time.last, core.first]
  for (let at = from; at < to; at++)
    if (small.get(layout.text.tokens[at]?.lower ?? '') === 'bring' && layout.text.tokens[at + 1]?.tag !== 'NUM')
      return true
  return false
}

/** "the worst since March 2, when 12 were killed": the day that the claim's own clause is told of, whatever is counted from it. */
export const isFixed = (
  core: ClaimCore,
  time: TimeExpression,
  layout: Layout,
  small: ReadonlyMap<string, string>,
): boolean => time.role === 'since' && opensClause(core, time, layout, small)

/** Whether a clause of its own, with the claim in it, is told of a day. */
const opensClause = (
  core: ClaimCore,
  { last, vague }: TimeExpression,
  layout: Layout,
  small: ReadonlyMap<string, string>,
): boolean => {
  if (vague) return false
  const first = Math.min(core.first, core.trigger) - 1
  for (let at = first; at >= last; at--) {
    const token = layout.text.tokens[at]
    if (OPENING.has(small.get(token?.lower ?? '') ?? '')) return true
    if (token?.tag === 'PUNCT' || (token?.tag === 'VERB' && at < first)) return false
  }
  return false
}

const OPENING: ReadonlySet<string> = new Set(['that', 'who'])

/** A span that only describes what stands before it ("areas that have been hit since May"). */
export const inRelative = (
  core: ClaimCore,
  time: TimeExpression,
  layout: Layout,
  small: ReadonlyMap<string, string>,
): boolean => {
  for (let at = core.last; at < time.first; at++) {
    const kind = small.get(layout.text.tokens[at]?.lower ?? '')
    if (kind === 'who' || (kind === 'that' && layout.text.tokens[at]?.lower === 'that')) return true
  }
  return false
}

/** "have been killed", "has displaced". */
const isPerfect = (core: ClaimCore, layout: Layout, small: ReadonlyMap<string, string>): boolean => {
  for (let at = Math.max(0, Math.min(core.first, core.trigger) - 2); at < core.last; at++)
    if (small.get(layout.text.tokens[at]?.lower ?? '') === 'have') return true
  return false
}

/** The sentence before tells since when. */
const sinceBefore = (segment: Segment, layout: Layout, words: DiscourseWords): boolean =>
  layout.times.some(
    (time) =>
      layout.segmentOf[time.first] === segment.index - 1 && (time.role === 'since' || begins(time, layout, words)),
  )

/** "the war, which began in 2011", "in April the army launched": the time is a start. */
export const begins = (time: TimeExpression, layout: Layout, words: DiscourseWords): boolean =>
  near(time, layout, 16, (at) => words.get(at) === 'begin')

const wars = (time: TimeExpression, layout: Layout, words: DiscourseWords): boolean =>
  near(time, layout, 20, (at) => words.get(at) === 'war' || words.get(at) === 'campaign')

const near = (time: TimeExpression, layout: Layout, reach: number, is: (token: number) => boolean): boolean => {
  const segment = layout.segmentOf[time.first]
  for (let at = time.first - reach; at < time.last + reach; at++)
    if (layout.segmentOf[at] === segment && is(at)) return true
  return false
}

const nearestTo = (core: ClaimCore, times: readonly TimeExpression[]): number =>
  Math.min(
    Infinity,
    ...times.map((time) => (time.last <= core.first ? core.first - time.last : Math.max(0, time.first - core.last))),
  )

const spans = (time: TimeExpression, today: number | null): boolean =>
  time.role === 'since' ||
  (time.role === 'after' && today !== null && today - time.days.to > OLD) ||
  (time.role === 'at' && time.days.from !== null && time.days.to - time.days.from > 3)

/**
 * A number told in the perfect, with no day of its own, goes on with the toll of the sentence before; one that shares the
 * verb's subject with a toll ("has killed thousands and displaced millions") is of that toll.
 */
export const carryTolls = (
  cores: readonly ClaimCore[],
  toll: boolean[],
  layout: Layout,
  small: ReadonlyMap<string, string>,
): void => {
  cores.forEach((core, i) => {
    const segment = layout.segmentOf[core.first] ?? 0
    const beside = cores[i - 1]
    if (beside !== undefined && toll[i - 1] === true)
      if (sharesSubject(beside, core, layout) || sharesAuxiliary(beside, core, layout)) toll[i] = true
    const dated = layout.times.some((time) => layout.segmentOf[time.first] === segment)
    if (toll[i] === true || dated || !isPerfect(core, layout, small)) return
    const before = cores.some((other, k) => toll[k] === true && layout.segmentOf[other.first] === segment - 1)
    if (before) toll[i] = true
  })
}

/** "20 have been killed and 70 wounded": a participle that stands without the auxiliary that it shares. */
const sharesAuxiliary = (a: ClaimCore, b: ClaimCore, layout: Layout): boolean => {
  if (layout.segmentOf[a.first] !== layout.segmentOf[b.first] || b.first - a.last > NEXT) return false
  if (!isJoined(a.last, b.first, layout) || b.trigger < b.number.first) return false
  for (let at = b.first; at < b.last; at++) if (layout.text.tokens[at]?.tag === 'AUX') return false
  return a.trigger >= a.number.first
}

/** Tokens from a claim to the one that shares its auxiliary. */
const NEXT = 3

const isJoined = (first: number, last: number, layout: Layout): boolean => {
  for (let at = first; at < last; at++) {
    const token = layout.text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.text === ',') return true
  }
  return false
}

/** Joined to the claim before it by "and" or a comma, with no subject between. */
const sharesSubject = (a: ClaimCore, b: ClaimCore, layout: Layout): boolean => {
  if (layout.segmentOf[a.first] !== layout.segmentOf[b.first] || b.trigger >= b.number.first) return false
  let joined = false
  for (let at = a.last; at < b.first; at++) {
    const token = layout.text.tokens[at]
    if (token?.tag === 'CCONJ' || token?.text === ',') joined = true
    else if (token?.tag === 'PROPN' || token?.tag === 'NOUN' || token?.tag === 'PRON') return false
  }
  return joined
}
