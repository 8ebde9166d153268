import type { Means } from '../../../model/claim.ts'
import { dayOf, type TimeRange, timeRange, UNKNOWN_TIME } from '../../../model/time-range.ts'
import { inSegment } from '../by-segment.ts'
import type { ClaimCore } from '../claim-core.ts'
import { closeness } from '../closeness.ts'
import { isShared } from '../means/find-means.ts'
import { type Near, statementOf } from '../near.ts'
import { type Story, tellsOtherMeans } from '../story.ts'
import { isStart } from '../thread.ts'
import { begins, inRelative, isAcrossSum, isFixed } from '../toll.ts'
import { fightOf } from './fight-of.ts'
import { SPANS_BACK, type TimeExpression } from './find-times.ts'
import { saidOn } from './said-on.ts'

/** When a claim's harm was, how far the words for it were to fetch, and whether they stand in its own sentence. */
export interface Dated {
  readonly time: TimeRange
  readonly cost: number
  readonly rule: 'own' | 'same-attack' | 'spoken' | 'toll' | 'dateline' | 'none'
}

const FARTHEST = 28
/** What the first sentence after a headline costs: it tells of the headline's attack in whatever words. */
const LEAD = 7
/** Days after which a time is old news, and what each day more costs. */
const FRESH = 2
const STALE = 2
const NOTHING_POINTS_BACK = 10
const OTHER_MEANS = 12
/** How much further the day of the harm itself may be to fetch than the day it was told. */
const SAID = 20

/** The time of a claim: its own, the same attack's elsewhere, the day it was said, or no later than the dateline. */
export const dateOf = (index: number, story: Story, means: Means | null): Dated => {
  const { today } = story.layout
  if (today === null && story.layout.times.length === 0) return { time: UNKNOWN_TIME, cost: FARTHEST, rule: 'none' }
  const core = story.cores[index]
  if (core !== undefined && isExpected(core, story)) return { time: UNKNOWN_TIME, cost: 0, rule: 'none' }
  return (
    (story.toll[index] === true ? tollDate(index, story) : pointDate(index, story, means)) ??
    (today === null
      ? { time: UNKNOWN_TIME, cost: FARTHEST, rule: 'none' }
      : { time: timeRange(null, dayOf(today)), cost: 30, rule: 'dateline' })
  )
}

/** "could be forced", "may flee": it has not happened. */
const isExpected = (core: ClaimCore, story: Story): boolean => {
  for (let at = core.first; at < core.last; at++) {
    const token = story.layout.text.tokens[at]
    const next = story.layout.text.tokens[at + 1]
    if (story.small.get(token?.lower ?? '') === 'modal' && story.small.get(next?.lower ?? '') !== 'have') return true
  }
  return false
}

const pointDate = (index: number, story: Story, means: Means | null): Dated | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  const led = beforeDay(core, story)
  if (led !== null) return led
  const isOwn = (time: TimeExpression): boolean =>
    !story.spoken.has(time) &&
    !isAcrossSum(core, time, story.layout, story.small) &&
    !leadsTo(core, time) &&
    !(
      (time.role !== 'at' || begins(time, story.layout, story.words)) &&
      inRelative(core, time, story.layout, story.small)
    )
  const own = cheapest(index, story, isOwn, 0, means)
  if (own !== null) return { ...own, rule: 'own' }
  const other = cheapest(index, story, (time, near) => isElsewhere(time, near, story), FARTHEST, means)
  const said = cheapest(index, story, (time) => story.spoken.has(time), FARTHEST, means)
  if (other !== null && (said === null || other.cost <= said.cost + SAID)) return { ...other, rule: 'same-attack' }
  return said === null ? null : { ...said, rule: 'spoken' }
}

/** "The raid came a day after 12 people were killed": what was a day after the harm is not the harm's own day. */
const leadsTo = (core: ClaimCore, time: TimeExpression): boolean =>
  SPANS_BACK.has(time.meaning) && core.first >= time.last && core.first - time.last <= 2

/** "Jets struck on Monday, a day after a bomb killed 12": the harm was so long before the day of what the sentence tells. */
const beforeDay = (core: ClaimCore, story: Story): Dated | null => {
  const { times, segmentOf } = story.layout
  const segment = segmentOf[core.first]
  const time = times.find(
    (o) =>
      SPANS_BACK.has(o.meaning) && segmentOf[o.first] === segment && o.last <= core.first && isLedBy(core, o, story),
  )
  if (time === undefined) return null
  const day = times.findLast(
    (o) =>
      o.last <= time.first &&
      o.sentence >= time.sentence - 2 &&
      isPoint(o) &&
      !story.spoken.has(o) &&
      !SPANS_BACK.has(o.meaning),
  )
  if (day === undefined) return null
  // Its own days were counted on from the day that the text told before.
  const harm = dayOf(2 * day.days.to - time.days.to)
  return { time: timeRange(harm, harm), cost: 0, rule: 'own' }
}

/** Right behind the words for the time, or as the subject's verb of the clause that they open ("a day after a bomb killed 12"). */
const isLedBy = (core: ClaimCore, { last }: TimeExpression, story: Story): boolean => {
  if (core.first - last <= 2) return true
  if (core.trigger > core.number.first) return false
  for (let at = last; at < core.first; at++) {
    const tag = story.layout.text.tokens[at]?.tag ?? ''
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ' || tag === 'CCONJ') return false
  }
  return true
}

/** Spans that are told of one sentence's own numbers. */
const PERIODS: ReadonlySet<string> = new Set(['past-hours', 'past-units', 'past-unit', 'days-of'])

/** A day told in another sentence, or "the past 24 hours" in one that states the claim's own number. */
const isElsewhere = (time: TimeExpression, near: Near, story: Story): boolean =>
  !story.spoken.has(time) &&
  !story.background.has(time) &&
  (isPoint(time) || (near.restated && time.meaning === 'past-hours'))

const isPoint = (time: TimeExpression): boolean =>
  time.role === 'at' &&
  !time.vague &&
  !PERIODS.has(time.meaning) &&
  time.days.from !== null &&
  time.days.to - time.days.from <= 2

type Found = Pick<Dated, 'time' | 'cost'>

const cheapest = (
  index: number,
  story: Story,
  admits: (time: TimeExpression, near: Near) => boolean,
  limit: number,
  means: Means | null,
): Found | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: TimeExpression | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > limit || near.cost >= bestCost) break
    if (near.cost > 0 && !story.violent.has(near.segment) && near.cost > LEAD) continue
    for (const time of inSegment(story.layout.times, near.segment, story.layout, ({ first }) => first)) {
      if (!admits(time, near)) continue
      const cost =
        near.cost + (near.cost === 0 ? closeness(core, time, story) : strangeness(core, time, near, story, means))
      if (cost >= bestCost || (near.cost > 0 && cost > limit)) continue
      best = time
      bestCost = cost
    }
  }
  if (best === null) return null
  const { layout } = story
  const goesOn = isStart(layout, best, story.words, story.small)
  if (story.ownedUp.has(best)) return { time: timeRange(null, dayOf(best.days.to)), cost: bestCost }
  const days = saidOn(best, story) ?? fightOf(best, story)
  const role = goesOn ? 'since' : isFixed(core, best, story.layout, story.small) ? 'at' : best.role
  return { time: rangeOf({ ...best, role, days: goesOn ? best.days : days }, layout.today), cost: bestCost }
}

/** How unlikely a time of another sentence is this attack's: old news, or told further on with nothing that points back. */
const strangeness = (core: ClaimCore, time: TimeExpression, near: Near, story: Story, means: Means | null): number => {
  const { layout } = story
  const own = layout.segmentOf[core.first] ?? 0
  if (near.restated) return fromStatement(core, time, near, story)
  const age =
    Math.max(0, (layout.today ?? time.days.to) - time.days.to - FRESH) * STALE +
    (tellsOtherMeans(near.segment, means, story) ? OTHER_MEANS : 0)
  if (near.segment < own || layout.segments[own]?.headline === true) return age
  return age + (pointsBack(time, story) || sameMeans(own, near.segment, story) ? 0 : NOTHING_POINTS_BACK)
}

/** How far a time is from the claim's number where another sentence states it: of two days told there the nearer one. */
const fromStatement = (core: ClaimCore, time: TimeExpression, near: Near, story: Story): number => {
  const other = story.cores.find(
    (o) => o !== core && story.layout.segmentOf[o.first] === near.segment && statementOf(o) === statementOf(core),
  )
  if (other === undefined) return 0
  const distance = closeness(other, time, story)
  return Math.min(FAR_AT_MOST, distance / 2) + distance / AFAR
}
const FAR_AT_MOST = 3
/** Of two days that are both far the farther costs a little more. */
const AFAR = 100

/** Both sentences tell of an attack by the same means. */
const sameMeans = (a: number, b: number, story: Story): boolean => {
  const of = (segment: number) =>
    story.means.filter((mention) => !isShared(mention) && story.layout.segmentOf[mention.first] === segment)
  const known = new Set(of(a).map((mention) => mention.means))
  return of(b).some((mention) => known.has(mention.means))
}

/** "the Tuesday raids", "the attack on Tuesday": an article and a word for an attack beside the time. */
const pointsBack = (time: TimeExpression, story: Story): boolean => {
  const { text } = story.layout
  for (let at = time.first - 4; at < time.first; at++)
    if (text.tokens[at]?.tag === 'DET' && isAttack(at, time.last + 3, story)) return true
  return isAttack(time.last - 1, time.last + 3, story) && text.tokens[time.last]?.tag !== 'ADP'
}

const isAttack = (first: number, last: number, story: Story): boolean => {
  for (let at = first; at < last; at++) if (story.attackAt.has(at)) return true
  return false
}

/** A toll's span: since its start to the dateline, unless the text gives it an end. */
const tollDate = (index: number, story: Story): Dated | null => {
  const { today } = story.layout
  const core = story.cores[index]
  if (core === undefined) return null
  for (const near of story.near[index] ?? []) {
    const times = story.layout.times.filter(
      (time) =>
        story.layout.segmentOf[time.first] === near.segment &&
        !story.spoken.has(time) &&
        !isAcrossSum(core, time, story.layout, story.small),
    )
    const since =
      times.find((time) => time.role === 'since') ??
      times.find((time) => begins(time, story.layout, story.words)) ??
      (near.cost > 0 && core.perfect ? undefined : times[0])
    if (since === undefined) continue
    const open = since.role === 'since' || since.role === 'after' || begins(since, story.layout, story.words)
    const from = since.days.from === null ? null : dayOf(since.days.from)
    const to = open && today !== null ? today : since.days.to
    return { time: timeRange(from, dayOf(to)), cost: near.cost, rule: 'toll' }
  }
  return null
}

const rangeOf = (time: TimeExpression, today: number | null): TimeRange => {
  const last = today === null ? time.days.to : Math.min(today, time.days.to)
  const to = time.role === 'since' ? (today ?? last) : SPANS_BACK.has(time.meaning) ? last : time.days.to
  return timeRange(time.days.from === null ? null : dayOf(Math.min(to, time.days.from)), dayOf(to))
}
