import { dayNumber } from '../../../model/time-range.ts'
import type { Draft } from '../draft.ts'

/** Days that overlap or follow one another, or are not both known. */
export const touchingDays = (a: Draft, b: Draft): boolean => {
  const [x, y] = [a.slots.time, b.slots.time]
  if (x.latest === null || y.latest === null) return true
  const gap = Math.max(
    dayNumber(x.earliest ?? x.latest) - dayNumber(y.latest),
    dayNumber(y.earliest ?? y.latest) - dayNumber(x.latest),
  )
  return gap <= 1
}

/** Both name the same places and no others. */
export const samePlace = (a: Draft, b: Draft): boolean => {
  const names = (draft: Draft): string => draft.slots.places.map((place) => place.text).join('|')
  return a.slots.places.length > 0 && names(a) === names(b)
}

/** Both tell by what means, and not by the same: those killed by mortars are none of those killed in air strikes. */
export const otherMeans = (a: Draft, b: Draft): boolean => {
  const stated = a.slots.slots.means?.certainty === 'stated' && b.slots.slots.means?.certainty === 'stated'
  return stated && kindOf(a) !== kindOf(b)
}

const kindOf = ({ slots: { means } }: Draft): string | null => (means === 'barrel_bomb' ? 'airstrike' : means)

/** Both tell whether those harmed bore arms, or one of them does not say. */
export const sameSide = (a: Draft, b: Draft): boolean =>
  a.core.status === b.core.status || a.core.status === 'unknown' || b.core.status === 'unknown'
