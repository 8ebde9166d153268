import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { dayOf } from '../../../model/time-range.ts'
import type { ReadText } from '../../../text/read-text.ts'
import { dateLexicon } from './date-lexicon.ts'
import { type Days, type Resolved, resolveTime } from './resolve-time.ts'

/** How a time expression bounds what it stands with. */
export type TimeRole = 'at' | 'since' | 'from' | 'until' | 'before' | 'after'

/** Words of the text that tell a time. */
export interface TimeExpression {
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly meaning: string
  readonly role: TimeRole
  readonly days: Days
  /** A month, a year, "recent days": no day is meant. */
  readonly vague: boolean
}

/** All times a text tells, in its order, resolved against the dateline `today` (a day number). */
export const findTimes = (text: ReadText, lexicon: Lexicon, today: number): readonly TimeExpression[] => {
  const dates = dateLexicon(lexicon)
  const pieces = piecesOf(text)
  const found: TimeExpression[] = []
  for (const match of allPatterns(dates.patterns, pieces)) {
    const resolved = resolveTime(match.value, match.values, today)
    if (resolved === null || isInName(match.first, match.value, text)) continue
    const before = resolved.kind === 'since' ? found[found.length - 1] : found.findLast((time) => isPoint(time))
    if (match.value === 'moments-later' && !isJustBefore(before, match.first, text)) continue
    const own = roleOf(match.first, match.last, text, dates.classify)
    const starts = own === 'at' && isSinceClause(match.first, found[found.length - 1]?.last ?? 0, text, dates.classify)
    const role = starts ? 'since' : own
    const days = sinceMiddle(
      anchored(resolved, before?.days, SPANS_BACK.has(match.value) ? Infinity : today, today),
      match.value,
      role,
    )
    found.push({
      first: match.first,
      last: match.value === DAYS_OF ? unitEnd(match.first, match.last, text, dates.classify) : match.last,
      sentence: text.tokens[match.first]?.sentence ?? 0,
      meaning: match.value,
      role,
      days,
      vague: resolved.kind === 'days' && resolved.vague,
    })
  }
  return found.map((time, i) => beside(time, found[i + 1], text))
}

/** Days told by what filled them. */
const DAYS_OF = 'days-of'

/** "three days of army shelling": the time ends with its unit, before what is told of. */
const unitEnd = (first: number, last: number, text: ReadText, classify: Classify): number => {
  for (let at = last - 1; at > first; at--) {
    const token = text.tokens[at]
    if (token !== undefined && classify(token.lower, token.text)?.some(({ name }) => name === 'unit')) return at + 1
  }
  return last
}

/** "minutes later": of the day told a few sentences before, or of none. */
const isJustBefore = (time: TimeExpression | undefined, token: number, text: ReadText): boolean =>
  time !== undefined && (text.tokens[token]?.sentence ?? 0) - time.sentence <= JUST_BEFORE

const JUST_BEFORE = 5

/** "three days earlier, on March 5": of two times side by side the day of the calendar says what the other means. */
const beside = (time: TimeExpression, next: TimeExpression | undefined, text: ReadText): TimeExpression => {
  const apposed = next !== undefined && SHIFTS.has(time.meaning) && next.meaning.includes('month') && !next.vague
  if (!apposed || text.tokens[time.last]?.text !== ',' || next.first - time.last > 2) return time
  return { ...time, days: next.days }
}
const SHIFTS: ReadonlySet<string> = new Set(['day-before', 'days-before', 'day-after', 'days-after'])

/** A few days that something can be told to have happened on, or near. */
const isPoint = (time: TimeExpression): boolean =>
  time.role === 'at' && time.days.from !== null && time.days.to - time.days.from <= 2

/** "two days after 12 were killed": counted back from, too, so that no day is left out. */
export const SPANS_BACK: ReadonlySet<string> = new Set(['day-before-now', 'days-before-now'])

const anchored = (resolved: Resolved, anchor: Days | undefined, latest: number, today: number): Days => {
  if (resolved.kind === 'days') return resolved.days
  const base = anchor ?? { from: today, to: today }
  const by = resolved.kind === 'shift' ? resolved.by : 0
  const day = Math.min(latest, base.to + by)
  return resolved.kind === 'shift' ? { from: day, to: day } : base
}

const MONTHS: ReadonlySet<string> = new Set(['month', 'month-year'])
const THIRD = 10

/** "since mid-January": the second third of a month that something has gone on since counts from its middle. */
const sinceMiddle = (days: Days, meaning: string, role: TimeRole): Days => {
  if (role !== 'since' || !MONTHS.has(meaning) || days.from === null) return days
  const isMiddle = dayOf(days.from).endsWith('-11') && days.to - days.from < THIRD
  return isMiddle ? { ...days, from: days.from + Math.floor((THIRD - 1) / 2) } : days
}

type Classify = ReturnType<typeof dateLexicon>['classify']

/** Times told by words that are written small, unless they are part of a name ("Harbour Today"). */
const SMALL: ReadonlySet<string> = new Set(['today', 'yesterday', 'overnight'])

const isInName = (first: number, meaning: string, text: ReadText): boolean => {
  const [before, token] = [text.tokens[first - 1], text.tokens[first]]
  return (
    SMALL.has(meaning) &&
    token !== undefined &&
    token.sentence === before?.sentence &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    before.tag === 'PROPN'
  )
}

/** The preposition before "Tuesday's shelling" leads to the shelling: a toll from it is no span of time. */
const isOwner = (last: number, text: ReadText): boolean => {
  const next = text.tokens[last]
  return next?.tag === 'PART' && /^['’]/.test(next.text)
}

/** "since the talks broke off in April", "since a truce ended on Monday": the day of the clause that a span is counted from. */
const isSinceClause = (first: number, floor: number, text: ReadText, classify: Classify): boolean => {
  const sentence = text.tokens[first]?.sentence
  let verb = false
  for (let at = first - 1; at >= Math.max(floor, first - CLAUSE); at--) {
    const token = text.tokens[at]
    if (token === undefined || token.sentence !== sentence || token.tag === 'PUNCT' || token.tag === 'CCONJ')
      return false
    if (token.tag === 'VERB') verb = true
    if (classify(token.lower, token.text)?.some(({ name, value }) => name === 'role' && value === 'since')) return verb
  }
  return false
}

/** No clause that a span is counted from has more tokens before its day. */
const CLAUSE = 14

const roleOf = (first: number, last: number, text: ReadText, classify: Classify): TimeRole => {
  for (const at of [first, first - 1]) {
    const token = text.tokens[at]
    const role = token === undefined ? undefined : classify(token.lower, token.text)?.find((c) => c.name === 'role')
    if (role !== undefined && role.value !== 'at')
      return role.value === 'from' && isOwner(last, text) ? 'at' : (role.value as TimeRole)
  }
  return 'at'
}
