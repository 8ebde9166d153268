import type { ClaimCore, ClaimSlots } from '../claim-core.ts'
import { is, type View } from '../words/view.ts'
import { isOneDay } from './days-of.ts'
import type { FoundCue } from './find-cues.ts'

/** So many in the present perfect are a running toll, not a day's news. */
export const RUNNING_TOLL = 1000

/** "500 people died in the war", "the two-year war left 900 dead": several of a whole war, where no day is told. */
export const isOfWar = (view: View, core: ClaimCore, slots: ClaimSlots, found: readonly FoundCue[]): boolean => {
  const { low, high } = core.count
  if ((low !== null && high !== null && high < SEVERAL) || isOneDay(slots)) return false
  return found.some((f) => f.cue === 'war' && (isLedBy(view, f, core.last) || isSubject(view, f, core)))
}

/** "the siege has killed 300", "12 have been killed in the unrest"; fewer where it is only spoken of are those of a day of it. */
export const isOfStrife = (view: View, core: ClaimCore, found: readonly FoundCue[]): boolean =>
  found.some(
    (f) =>
      f.cue === 'strife' &&
      ((core.count.low ?? core.count.high ?? RUNNING_TOLL) >= GREAT ||
        isLedBy(view, f, core.last) ||
        isSubject(view, f, core)),
  )

/** So many in one strife are those of all of it. */
const GREAT = 100

/** Fewer than so many may be those of one day of a war. */
const SEVERAL = 20

/** "in the war", "during Orvane's long civil war": right behind what is told. */
const isLedBy = (view: View, { at, end }: FoundCue, from: number): boolean => {
  // "in war-torn Lomeq", "with war planes"
  if (view.tokens[end]?.tag === 'NOUN') return false
  if (touches(view, end - 1) && view.tokens[end]?.text === '-') return false
  for (let i = at - 1; i >= from && i >= at - MODIFIERS_OF_WAR; i--) {
    const tag = view.tokens[i]?.tag
    if (tag === 'ADP') return i - from <= RIGHT_BEHIND && !is(view, i, 'of')
    if (tag === 'PUNCT' && !is(view, i, 'possessive') && touches(view, i)) continue
    // "a group that watches the war": an article begins what the war is told of
    if (tag === 'VERB' || tag === 'PUNCT' || (tag === 'DET' && view.tokens[i - 1]?.tag !== 'ADP')) return false
  }
  return false
}

/** Tokens within which "since" is of the claim before it. */
export const RIGHT_BEHIND = 6

const touches = (view: View, at: number): boolean => view.tokens[at]?.end === view.tokens[at + 1]?.start

/** Tokens that may stand between "in" and "war" ("the two-year-long civil war"). */
const MODIFIERS_OF_WAR = 8

/** "the war left 900 dead": the war is what did it. */
const isSubject = (view: View, { end }: FoundCue, core: ClaimCore): boolean => {
  const first = Math.min(core.first, core.trigger)
  for (let i = end; i < first; i++) {
    const tag = view.tokens[i]?.tag
    if (tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADV' && tag !== 'DET') return false
  }
  return end <= first
}
