import { dayNumber } from '../../../model/time-range.ts'
import type { ClaimSlots } from '../claim-core.ts'
import type { FoundCue } from './find-cues.ts'

/** An incident or a day's sum lasts no longer than this many days beyond its first. */
export const LONGEST_DAYS = 2

const days = (slots: ClaimSlots): number => {
  const { earliest, latest } = slots.time
  return earliest === null || latest === null ? 0 : dayNumber(latest) - dayNumber(earliest)
}

/** The text itself says that it was on one day. */
export const isOneDay = (slots: ClaimSlots): boolean =>
  slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null && days(slots) === 0

/** "since Wednesday afternoon", told on Thursday */
export const isBrief = (slots: ClaimSlots): boolean =>
  slots.slots.time?.certainty === 'stated' &&
  slots.time.earliest !== null &&
  days(slots) > 0 &&
  days(slots) < LONGEST_DAYS

/** Longer than an incident or a day's sum. */
export const lasts = (slots: ClaimSlots): boolean => days(slots) > LONGEST_DAYS

/** Longer than a month: what is told of such a time is of one attack only where one is named. */
export const lastsLong = (slots: ClaimSlots): boolean => days(slots) > MONTH

const MONTH = 31

/** "in the past 24 hours": a running count of a day or two is no toll. */
export const isShort = (slots: ClaimSlots, found: readonly FoundCue[]): boolean =>
  found.some((f) => f.cue === 'hours') ||
  (slots.slots.time?.certainty === 'stated' && slots.time.earliest !== null && days(slots) <= LONGEST_DAYS)
