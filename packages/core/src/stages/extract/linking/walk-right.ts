import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import { DEAREST, type Offer } from './offer.ts'
import { isFiniteVerb, subgroupStart } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'

/** What a harm word expects to its right: an object · the people of "the killing of" · the number of a toll · more of a list. */
export type Right = 'object' | 'of' | 'toll' | 'list'

/** Looks for the people after a harm word. */
export const walkRight = (
  s: SentenceView,
  trigger: Trigger,
  reading: HarmWord,
  kind: Right,
  rule: string,
): readonly Offer[] => {
  const { view } = s
  const offers: Offer[] = []
  let cost = kind === 'list' ? 2 : 0
  let foundEnd = -1
  for (let i = trigger.last; i < s.last; i++) {
    const phrase = s.phraseAt(i)
    if (phrase !== undefined) {
      if (subgroupStart(s, phrase) !== null) cost += 0.5
      else if (takes(s, phrase, kind, offers.length > 0 || kind === 'list')) {
        offers.push({
          phrase,
          trigger,
          reading,
          cost,
          rule: offers.length === 0 && kind !== 'list' ? rule : `${rule}-list`,
        })
        if (kind === 'toll') break
        foundEnd = phrase.last
        cost += 1
      } else cost += 0.5
      i = phrase.last - 1
      continue
    }
    if (s.triggerAt(i) !== undefined) {
      if (offers.length > 0 || kind !== 'toll') break
      cost += 1
      continue
    }
    const verb = isFiniteVerb(s, i)
    if (is(view, i, 'subordinator') || (is(view, i, 'relative') && kind !== 'toll')) {
      if (kind !== 'list' || !is(view, i, 'relative')) break
      cost += 2
    } else if (verb && kind !== 'toll') {
      if (offers.length > 0 || kind === 'object' || kind === 'of') break
      cost += 3
    } else if (kind === 'of' && offers.length === 0 && !is(view, i, 'of') && cost >= 1) break
    else cost += verb ? 0.2 : kind === 'object' && i > foundEnd && offers.length === 0 ? 0.6 : 0.2
    if (cost > DEAREST) break
  }
  return offers
}

/** Whether the phrase at this place can be what is looked for. */
const takes = (s: SentenceView, phrase: NumberPhrase, kind: Right, listed: boolean): boolean => {
  const before = phrase.first - 1
  const { view } = s
  if (kind === 'toll') return isTollNumber(s, phrase)
  if (listed) return is(view, before, 'coordinator') || is(view, before, 'comma')
  if (kind === 'of') return is(view, before, 'of')
  return view.tokens[before]?.tag !== 'ADP'
}

/** "to 12", "at 12", "of 12", "surpasses 130 people". */
const isTollNumber = (s: SentenceView, phrase: NumberPhrase): boolean => {
  const before = s.view.tokens[phrase.first - 1]
  return (
    is(s.view, phrase.first - 1, 'to') ||
    is(s.view, phrase.first - 1, 'of') ||
    before?.tag === 'VERB' ||
    before?.tag === 'AUX'
  )
}
