import { dayOf, type TimeRange, timeRange, UNKNOWN_TIME } from '../../../model/time-range.ts'
import type { Story } from '../story.ts'
import type { TimeExpression } from './find-times.ts'

/** When a claim's harm was, how far the words for it were to fetch, and whether they stand in its own sentence. */
export interface Dated {
  readonly time: TimeRange
  readonly cost: number
  readonly rule: 'own' | 'same-attack' | 'spoken' | 'toll' | 'dateline' | 'none'
}

const FARTHEST = 45

/** The time of a claim: its own, the same attack's elsewhere, the day it was said, or no later than the dateline. */
export const dateOf = (index: number, story: Story): Dated => {
  const { today } = story.layout
  if (today === null && story.layout.times.length === 0) return { time: UNKNOWN_TIME, cost: FARTHEST, rule: 'none' }
  return (
    (story.toll[index] === true ? tollDate(index, story) : pointDate(index, story)) ??
    (today === null
      ? { time: UNKNOWN_TIME, cost: FARTHEST, rule: 'none' }
      : { time: timeRange(null, dayOf(today)), cost: 30, rule: 'dateline' })
  )
}

const pointDate = (index: number, story: Story): Dated | null => {
  const own = cheapest(index, story, (time) => !story.spoken.has(time), 0)
  if (own !== null) return { ...own, rule: 'own' }
  const other = cheapest(index, story, (time) => !story.spoken.has(time) && isPoint(time), FARTHEST)
  const said = cheapest(index, story, (time) => story.spoken.has(time), FARTHEST)
  if (other !== null && (said === null || other.cost <= said.cost + 12)) return { ...other, rule: 'same-attack' }
  return said === null ? null : { ...said, rule: 'spoken' }
}

const isPoint = (time: TimeExpression): boolean =>
  time.role === 'at' && !time.vague && time.days.from !== null && time.days.to - time.days.from <= 2

type Found = Pick<Dated, 'time' | 'cost'>

const cheapest = (
  index: number,
  story: Story,
  admits: (time: TimeExpression) => boolean,
  limit: number,
): Found | null => {
  const core = story.cores[index]
  if (core === undefined) return null
  let best: TimeExpression | null = null
  let bestCost = Infinity
  for (const near of story.near[index] ?? []) {
    if (near.cost > limit || near.cost >= bestCost) break
    for (const time of story.layout.times) {
      if (story.layout.segmentOf[time.first] !== near.segment || !admits(time)) continue
      const cost =
        near.cost +
        (near.cost === 0
          ? distance(core, time) / 10
          : (time.first - (story.layout.segments[near.segment]?.first ?? 0)) / 100)
      if (cost >= bestCost) continue
      best = time
      bestCost = cost
    }
  }
  return best === null ? null : { time: rangeOf(best, story.layout.today), cost: bestCost }
}

const distance = (core: { readonly first: number; readonly last: number }, time: TimeExpression): number =>
  time.last <= core.first ? core.first - time.last : Math.max(0, time.first - core.last)

/** A toll's span: since its start to the dateline, unless the text gives it an end. */
const tollDate = (index: number, story: Story): Dated | null => {
  const { today } = story.layout
  for (const near of story.near[index] ?? []) {
    const times = story.layout.times.filter(
      (time) => story.layout.segmentOf[time.first] === near.segment && !story.spoken.has(time),
    )
    const since = times.find((time) => time.role === 'since') ?? times.find((time) => begins(time, story)) ?? times[0]
    if (since === undefined) continue
    const open = since.role === 'since' || begins(since, story)
    const from = since.days.from === null ? null : dayOf(since.days.from)
    const to = open && today !== null ? today : since.days.to
    return { time: timeRange(from, dayOf(to)), cost: near.cost, rule: 'toll' }
  }
  return null
}

/** "the war, which began in 2011": the time is a start. */
const begins = (time: TimeExpression, story: Story): boolean => {
  const segment = story.layout.segmentOf[time.first]
  for (let at = time.first - 1; at > time.first - 14; at--) {
    if (story.layout.segmentOf[at] !== segment) return false
    if (story.words.get(at) === 'begin') return true
  }
  return false
}

const rangeOf = (time: TimeExpression, today: number | null): TimeRange => {
  const to = time.role === 'since' ? (today ?? time.days.to) : time.days.to
  return timeRange(time.days.from === null ? null : dayOf(time.days.from), dayOf(to))
}
