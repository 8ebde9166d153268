import { dayOf, type TimeRange, timeRange } from '../../../model/time-range.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { TimeExpression } from '../dates/find-times.ts'
import type { ArabicReading } from './arabic-reading.ts'
import { isSmall } from './arabic-view.ts'

/** When a claim's harm happened, and how far the words for it were to fetch. */
export interface TimeFound {
  readonly time: TimeRange
  readonly cost: number
  /** The words of the claim's own sentence that tell it. */
  readonly own: TimeExpression | null
}

const SENTENCE_COST = 6
const LAST = 24

/** The time told in the claim's sentence, nearest to it; else that of the sentences before, else of those behind; else up to the dateline. */
export const arabicTimeOf = (core: ClaimCore, reading: ArabicReading): TimeFound => {
  const { layout } = reading
  const own = reading.timesIn(core.sentence)
  const told = own
    .filter((time) => !isSpoken(time, core, reading))
    .concat(own.filter((time) => isSpoken(time, core, reading)))
  const span = told.find((time) => startsSpan(time, reading))
  const nearest = span ?? nearestTo(core, told)
  if (nearest !== null)
    return { time: rangeOf(nearest, layout.today, startsSpan(nearest, reading)), cost: 0, own: nearest }
  const other = elsewhere(core, reading)
  if (other !== null) return { time: rangeOf(other.time, layout.today, false), cost: other.cost, own: null }
  const today = layout.today
  return { time: today === null ? timeRange(null, null) : timeRange(null, dayOf(today)), cost: LAST, own: null }
}

/** "قال الدفاع المدني الثلاثاء إن": a day right behind who speaks is that of the speech, where another is told. */
const isSpoken = (time: TimeExpression, core: ClaimCore, { speechesIn }: ArabicReading): boolean =>
  speechesIn(core.sentence).some(({ forward, last }) => forward && time.first - last >= 0 && time.first - last <= 1)

/** Tokens between "since" and the day of what it names ("منذ اندلاع الحرب في 15 نيسان"). */
const SINCE_WITHIN = 7

/** "since" right before a time, or before what began at it. */
const startsSpan = (time: TimeExpression, { view }: ArabicReading): boolean => {
  if (time.role === 'since') return true
  if (time.role !== 'at') return false
  for (let at = time.first - 1; at >= time.first - SINCE_WITHIN && view.tokens[at]?.sentence === time.sentence; at--) {
    if (isSmall(view, at, 'since')) return true
    if (isSmall(view, at, 'relative', 'clause', 'that')) return false
  }
  return false
}

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
  { daysAround }: ArabicReading,
): { readonly time: TimeExpression; readonly cost: number } | null => {
  const [time] = daysAround(core.sentence)
  if (time === undefined) return null
  return { time, cost: Math.min(LAST, SENTENCE_COST * Math.abs(time.sentence - core.sentence) + 1) }
}

const rangeOf = (time: TimeExpression, today: number | null, starts: boolean): TimeRange => {
  const { from, to } = time.days
  if (starts) return timeRange(from === null ? null : dayOf(from), today === null ? null : dayOf(today))
  return timeRange(from === null ? null : dayOf(from), dayOf(to))
}
