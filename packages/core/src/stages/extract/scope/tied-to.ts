import type { ClaimCore } from '../claim-core.ts'
import { is, type View } from '../words/view.ts'
import type { FoundCue } from './find-cues.ts'

/** "in the war", "during Orvane's long civil war": right behind what is told. */
export const isLedBy = (view: View, { at, end }: FoundCue, from: number): boolean => {
  // "in war-torn Lomeq", "with war planes"
  if (view.tokens[end]?.tag === 'NOUN') return false
  if (touches(view, end - 1) && view.tokens[end]?.text === '-') return false
  for (let i = at - 1; i >= from && i >= at - MODIFIERS; i--) {
    const tag = view.tokens[i]?.tag
    if (tag === 'ADP') return i - from <= RIGHT_BEHIND && !is(view, i, 'of') && !is(view, i, 'subordinator')
    if (tag === 'PUNCT' && !is(view, i, 'possessive') && touches(view, i)) continue
    // "a group that watches the war": an article begins what the war is told of
    if (tag === 'VERB' || tag === 'PUNCT' || (tag === 'DET' && view.tokens[i - 1]?.tag !== 'ADP')) return false
  }
  return false
}

/** Tokens within which words are of the claim before them. */
export const RIGHT_BEHIND = 6

const touches = (view: View, at: number): boolean => view.tokens[at]?.end === view.tokens[at + 1]?.start

/** Tokens that may stand between "in" and "war" ("the two-year-long civil war"). */
const MODIFIERS = 8

/** "the war left 900 dead", "a war that has left 900 dead": it is what did the harm. */
export const isSubject = (view: View, { end }: FoundCue, core: ClaimCore): boolean => {
  const first = Math.min(core.first, core.trigger)
  for (let i = end; i < first; i++) {
    const tag = view.tokens[i]?.tag
    const passes = tag === 'VERB' || tag === 'AUX' || tag === 'ADV' || tag === 'DET' || is(view, i, 'relative')
    if (!passes) return false
  }
  return end <= first
}
