import { dayOf, type TimeRange, timeRange } from '../../../model/time-range.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { TimeExpression } from '../dates/find-times.ts'
import type { ArabicReading } from './arabic-reading.ts'

/** When a claim's harm happened, and how far the words for it were to fetch. */
export interface TimeFound {
  readonly time: TimeRange
  readonly cost: number
  /** The words of the claim's own sentence that tell it. */
  readonly own: TimeExpression | null
}

/** Days that span more than this date no single attack. */
const POINT_DAYS = 2
const SENTENCE_COST = 6
const LAST = 24

/** The time told in the claim's sentence, nearest to it; else that of the sentences before, else of those behind; else up to the dateline. */
export const arabicTimeOf = (core: ClaimCore, reading: ArabicReading): TimeFound => {
  const { layout } = reading
  const own = layout.times.filter((time) => time.sentence === core.sentence)
  const told = own
    .filter((time) => !isSpoken(time, core, reading))
    .concat(own.filter((time) => isSpoken(time, core, reading)))
  const span = told.find((time) => time.role === 'since')
  const nearest = span ?? nearestTo(core, told)
  if (nearest !== null) return { time: rangeOf(nearest, layout.today), cost: 0, own: nearest }
  const other = elsewhere(core, layout.times)
  if (other !== null) return { time: rangeOf(other.time, layout.today), cost: other.cost, own: null }
  const today = layout.today
  return { time: today === null ? timeRange(null, null) : timeRange(null, dayOf(today)), cost: LAST, own: null }
}

/** "قال الدفاع المدني الثلاثاء إن": a day right behind who speaks is that of the speech, where another is told. */
const isSpoken = (time: TimeExpression, core: ClaimCore, { speeches }: ArabicReading): boolean =>
  speeches.some(
    (speech) =>
      speech.sentence === core.sentence &&
      speech.forward &&
      time.first - speech.last >= 0 &&
      time.first - speech.last <= 1,
  )

const nearestTo = (core: ClaimCore, times: readonly TimeExpression[]): TimeExpression | null => {
  const distance = (time: TimeExpression): number =>
    time.first >= core.last ? time.first - core.last : core.first - time.last + BEFORE
  return times.reduce<TimeExpression | null>(
    (best, time) => (best === null || distance(time) < distance(best) ? time : best),
    null,
  )
}

/** A time told before its claim is a little farther than one behind it. */
const BEFORE = 3

const elsewhere = (
  core: ClaimCore,
  times: readonly TimeExpression[],
): { readonly time: TimeExpression; readonly cost: number } | null => {
  const points = times.filter(
    (time) =>
      time.role === 'at' && !time.vague && time.days.from !== null && time.days.to - time.days.from <= POINT_DAYS,
  )
  const before = points.findLast((time) => time.sentence < core.sentence)
  const after = points.find((time) => time.sentence > core.sentence)
  const time = before ?? after
  return time === undefined
    ? null
    : { time, cost: Math.min(LAST, SENTENCE_COST * Math.abs(time.sentence - core.sentence) + 1) }
}

const rangeOf = (time: TimeExpression, today: number | null): TimeRange => {
  const { from, to } = time.days
  if (time.role === 'since') return timeRange(from === null ? null : dayOf(from), today === null ? null : dayOf(today))
  return timeRange(from === null ? null : dayOf(from), dayOf(to))
}
