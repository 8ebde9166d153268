import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import { DEAREST, type Offer } from './offer.ts'
import { isFiniteVerb, subgroupStart } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'

/** Looks for the people before a harm word: the subject of a passive, of "died", of "are missing". */
export const walkLeft = (s: SentenceView, trigger: Trigger, reading: HarmWord, rule: string): readonly Offer[] => {
  const { view } = s
  const offers: Offer[] = []
  let cost = 0
  /** A finite verb was crossed whose relative pronoun has not been met: its subject is not ours. */
  let foreign = false
  for (let i = trigger.first - 1; i >= s.first; i--) {
    const phrase = s.phraseAt(i)
    if (phrase !== undefined) {
      if (foreign) break
      const subgroup = subgroupStart(s, phrase)
      if (subgroup !== null) {
        cost += 0.5
        i = subgroup
        continue
      }
      if (isAside(s, phrase, i, trigger)) cost += 1
      else {
        offers.push({ phrase, trigger, reading, cost, rule: offers.length === 0 ? rule : `${rule}-list` })
        if (!isCoordinated(s, phrase)) break
        cost += 0.5
      }
      i = phrase.first
      continue
    }
    const other = s.triggerAt(i)
    if (other !== undefined) {
      if (offers.length > 0) break
      foreign = isFiniteVerb(s, i)
      cost += 2
      i = other.first
    } else if (is(view, i, 'close')) i = openingBefore(s, i)
    else if (is(view, i, 'relative')) {
      foreign = false
      cost += 1
    } else if (is(view, i, 'subordinator')) {
      if (offers.length > 0) break
      cost += 6
    } else if (isFiniteVerb(s, i) && !isOwnAuxiliary(s, i, trigger)) {
      if (offers.length > 0) break
      foreign = true
      cost += 1
    } else cost += stepCost(s, i)
    if (cost > DEAREST) break
  }
  return offers.filter((offer) => offer.cost <= DEAREST)
}

/** A number inside a prepositional phrase ("in clashes with 20 fighters") unless the harm word stands right after it. */
const isAside = (s: SentenceView, phrase: NumberPhrase, at: number, trigger: Trigger): boolean => {
  const before = s.view.tokens[phrase.first - 1]
  return before?.tag === 'ADP' && !is(s.view, phrase.first - 1, 'of') && at !== trigger.first - 1
}

/** "600 soldiers and 30 civilians": something stands before that may share the verb. */
const isCoordinated = (s: SentenceView, phrase: NumberPhrase): boolean =>
  is(s.view, phrase.first - 1, 'coordinator') || is(s.view, phrase.first - 1, 'comma')

const openingBefore = (s: SentenceView, at: number): number => {
  for (let i = at - 1; i >= s.first; i--) if (is(s.view, i, 'open')) return i
  return at
}

/** The verb's own "were", "have been", "may have been", across adverbs. */
const isOwnAuxiliary = (s: SentenceView, at: number, trigger: Trigger): boolean => {
  for (let i = at; i < trigger.first; i++) {
    const tag = s.view.tokens[i]?.tag
    if (
      tag !== 'AUX' &&
      tag !== 'ADV' &&
      tag !== 'PART' &&
      !is(s.view, i, 'get') &&
      !is(s.view, i, 'be') &&
      !is(s.view, i, 'fear')
    )
      return false
  }
  return true
}

const stepCost = (s: SentenceView, at: number): number => {
  if (is(s.view, at, 'comma')) return 0.4
  switch (s.view.tokens[at]?.tag) {
    case 'ADV':
    case 'AUX':
    case 'PART':
      return 0
    case 'PUNCT':
      return 0.6
    case 'VERB':
      return 0.8
    case 'CCONJ':
      return 1
    default:
      return 0.25
  }
}
