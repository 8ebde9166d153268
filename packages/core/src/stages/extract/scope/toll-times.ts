import { type TimeRange, timeRange } from '../../../model/time-range.ts'
import type { Draft } from '../draft.ts'

/**
 * Tolls by their days: a toll is of no single day, so that a day alone is its end; where one statement of a number tells
 * since when it is counted, its other statements are of the same time.
 */
export const settleTollTimes = (drafts: readonly Draft[], first: readonly number[]): readonly Draft[] => {
  const told = new Map<number, TimeRange>()
  drafts.forEach((draft, i) => {
    const head = first[i] ?? i
    if (draft.scope === 'cumulative' && isSpan(draft.slots.time) && !told.has(head)) told.set(head, draft.slots.time)
  })
  return drafts.map((draft, i) => {
    const { time } = draft.slots
    if (draft.scope !== 'cumulative' || isSpan(time) || time.latest === null) return draft
    const span = told.get(first[i] ?? i)
    return { ...draft, slots: { ...draft.slots, time: span ?? timeRange(null, time.latest) } }
  })
}

const isSpan = ({ earliest, latest }: TimeRange): boolean => earliest !== null && earliest !== latest
