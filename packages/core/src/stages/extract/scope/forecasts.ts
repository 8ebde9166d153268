import type { ClaimCore } from '../claim-core.ts'
import { is, type View } from '../words/view.ts'
import type { FoundCue } from './find-cues.ts'
import { isModal } from './tense.ts'

/** Why a claim is none: "whenever a soldier dies" tells of nobody. */
export const HABIT = 'habit'

/** The rule by which a claim's harm is only expected, supposed or planned; null where it is told as done. */
export const forecastBy = (view: View, core: ClaimCore, found: readonly FoundCue[], first: number): string | null => {
  if (isModal(view, core.trigger, first)) return 'modal'
  // "could have claimed many lives": the verb stands before the number
  if (core.rule === 'inner' && view.tokens[core.first - 1]?.tag === 'VERB' && isModal(view, core.first - 1, first))
    return 'modal'
  if (core.rule === 'toll' && hasModal(view, core)) return 'modal'
  if (isConditional(view, core, first)) return 'conditional'
  if (isMeansOfPlan(view, core, first)) return 'modal'
  const planned = found.find(
    (cue) =>
      (cue.cue === 'forecast' || cue.cue === 'habit') &&
      cue.at < core.trigger &&
      !(core.first < cue.at && isParted(view, cue.end, core.trigger)) &&
      (core.trigger - cue.at <= 4 || core.first - cue.end <= 0),
  )
  if (planned?.cue === 'habit') return HABIT
  return planned === undefined ? null : 'planned'
}

/** "a captain, who tried to negotiate, was hurt": what a comma parts from the harm rules another verb. */
const isParted = (view: View, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (is(view, i, 'comma')) return true
  return false
}

/** "if it had succeeded in killing him", "it is not known whether 12 people were killed": within its own clause nothing is asserted. */
const isConditional = (view: View, core: ClaimCore, first: number): boolean => {
  const from = Math.min(core.first, core.trigger) - 1
  for (let i = from; i >= Math.max(first, from - CONDITION); i--) {
    if (is(view, i, 'conditional')) return true
    const tag = view.tokens[i]?.tag
    if (tag === 'PUNCT' || tag === 'CCONJ' || is(view, i, 'subordinator')) return false
  }
  return false
}

/** Tokens that a clause may run from its "if" to the harm. */
const CONDITION = 9

/** "we will come closer by killing him": by what somebody would reach something has not been done. */
const isMeansOfPlan = (view: View, core: ClaimCore, first: number): boolean => {
  if (!is(view, core.trigger, 'verb-ing') || !is(view, core.trigger - 1, 'to')) return false
  for (let i = core.trigger - 2; i >= Math.max(first, core.trigger - CONDITION); i--) {
    if (is(view, i, 'modal')) return true
    const tag = view.tokens[i]?.tag
    if (tag === 'PUNCT' || is(view, i, 'have')) return false
  }
  return false
}

/** "the toll could rise to 30" */
const hasModal = (view: View, core: ClaimCore): boolean => {
  for (let i = core.first; i < core.number.first; i++) if (is(view, i, 'modal')) return true
  return false
}
