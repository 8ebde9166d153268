import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import { is } from '../words/view.ts'
import type { Offer } from './offer.ts'
import { isFiniteVerb } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'
import { walkRight } from './walk-right.ts'

/** "At 14, the number of dead is the highest this year": the number opens the sentence. */
export const toldAhead = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const phrase = s.phraseAt(s.first + 1)
  if (phrase?.kind !== 'bare' || !is(s.view, s.first, 'to') || !is(s.view, phrase.last, 'comma')) return []
  for (let i = phrase.last + 1; i <= trigger.first; i++)
    if (is(s.view, i, 'tally')) return [{ phrase, trigger, reading, cost: 0.3, rule: 'toll' }]
  return []
}

/** "this brings to 40 the number of journalists killed": the number stands before the toll's name. */
export const broughtTo = (s: SentenceView, trigger: Trigger, reading: HarmWord, at: number): readonly Offer[] => {
  const led = is(s.view, at - 1, 'definite') || is(s.view, at - 1, 'possessive')
  const phrase = s.phraseAt(led ? at - 2 : at - 1)
  if (phrase === undefined || !is(s.view, phrase.first - 1, 'to')) return []
  // "brings to 40", "brings up to 40", "raised to 40"
  const verb = [phrase.first - 2, phrase.first - 3]
  if (!verb.some((i) => is(s.view, i, 'bring') || is(s.view, i, 'rise'))) return []
  return [{ phrase, trigger, reading, cost: 0.3, rule: 'toll' }]
}

/** "the number of people killed has risen to 12": the harm word is part of a toll's name. */
export const tally = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  for (let i = trigger.first - 1; i >= Math.max(s.first, trigger.first - 12); i--) {
    if (is(s.view, i, 'tally'))
      return [...broughtTo(s, trigger, reading, i), ...walkRight(s, trigger, reading, 'toll', 'toll')]
    if (isFiniteVerb(s, i) || s.phraseAt(i) !== undefined) return []
  }
  return []
}
