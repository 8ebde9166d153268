import { matchPhrase } from '../words/phrase-book.ts'
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

/** "The army has answered by firing rockets, killing scores": a participle is told in the tense of the verb that it goes with. */
export const isPerfectBefore = (view: View, at: number, first: number): boolean => {
  if (!is(view, at, 'verb-ing') || !is(view, at - 1, 'comma')) return false
  for (let i = at - 1; i >= first; i--) {
    if (is(view, i, 'relative') || is(view, i, 'subordinator')) return false
    const tag = view.tokens[i]?.tag
    if (tag === 'VERB' && !is(view, i, 'verb-ing')) return isPerfect(view, i, first)
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
  let helped = false
  for (let i = at - 1; i >= Math.max(first, at - REACH); i--) {
    if (is(view, i, 'have')) return is(view, i - 1, 'counterfactual')
    // "a bomb hidden in a soda can wounded 21": no modal rules a past form by itself
    if (is(view, i, 'modal')) return helped || !isPastOnly(view, at)
    helped ||= is(view, i, 'be') || is(view, i, 'get')
    const tag = view.tokens[i]?.tag
    if (!is(view, i, 'be') && tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART' && !is(view, i, 'negation')) return false
  }
  return false
}

/** A harm word in a form that stands only for what has happened ("wounded", not "put to death"). */
const isPastOnly = (view: View, at: number): boolean =>
  matchPhrase(view.words.harm, view.tokens, at, at + 1)?.value.every(
    ({ form }) => form === 'past' || form === 'participle',
  ) === true
