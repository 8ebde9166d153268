import { is, type View } from '../words/view.ts'

/** How many words may stand between "have" and its verb ("have since then reportedly been killed"). */
const REACH = 6

/** Whether the verb at a token stands in the present perfect ("have been killed", "has claimed"). */
export const isPerfect = (view: View, at: number, first: number): boolean => {
  for (let i = at - 1; i >= Math.max(first, at - REACH); i--) {
    if (is(view, i, 'perfect')) return true
    const tag = view.tokens[i]?.tag
    if (!is(view, i, 'be') && tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART') return false
  }
  return false
}

/** Whether what a verb tells is said not to have happened ("were not killed", "did not kill", "present but not injured"). */
export const isNegated = (view: View, at: number, first: number): boolean => {
  for (let i = at - 1; i >= Math.max(first, at - REACH); i--) {
    if (is(view, i, 'negation')) return true
    const tag = view.tokens[i]?.tag
    if (!is(view, i, 'be') && !is(view, i, 'have') && tag !== 'AUX' && tag !== 'ADV') return false
  }
  return false
}

/**
 * Whether a verb is told as possible only ("could be killed", "could have killed"); "may have been killed" tells what
 * has happened.
 */
export const isModal = (view: View, at: number, first: number): boolean => {
  for (let i = at - 1; i >= Math.max(first, at - REACH); i--) {
    if (is(view, i, 'have')) return is(view, i - 1, 'counterfactual')
    if (is(view, i, 'modal')) return true
    const tag = view.tokens[i]?.tag
    if (!is(view, i, 'be') && tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART' && !is(view, i, 'negation')) return false
  }
  return false
}
