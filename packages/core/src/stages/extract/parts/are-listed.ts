import type { Draft } from '../draft.ts'
import { samePlace } from './same-event.ts'

/**
 * "Eleven were killed in A, seven in B and four in C": items of one list that share a verb, each at a place of its own, are
 * told side by side, whatever they come to. A sum has no place before its parts ("15 were killed, nine in A and six in B"),
 * or a colon, a dash or a parenthesis opens its breakdown ("twelve in A: five in …").
 */
export const areListed = (drafts: readonly Draft[], opener: number, item: number, words: string): boolean => {
  const [first, other] = [drafts[opener], drafts[item]]
  if (first === undefined || other === undefined || first.core.trigger !== other.core.trigger) return false
  if (other.core.start < first.core.end || samePlace(first, other)) return false
  const next = drafts.find(({ core }) => core.trigger === first.core.trigger && core.start >= first.core.end) ?? other
  return (
    first.slots.places.some(({ start }) => start < next.core.start) &&
    other.slots.places.some(({ start }) => start > other.core.start) &&
    !OPENS_A_BREAKDOWN.test(words.slice(first.core.end, next.core.start))
  )
}

const OPENS_A_BREAKDOWN = /[:;(–—]|\s-\s/
