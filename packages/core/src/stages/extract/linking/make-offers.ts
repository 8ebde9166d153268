import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import { is } from '../words/view.ts'
import type { Offer } from './offer.ts'
import type { SentenceView } from './sentence-view.ts'
import { voiceOfPast } from './voice.ts'
import { walkLeft } from './walk-left.ts'
import { walkRight } from './walk-right.ts'

/** All bids of one harm word, by each of its readings. */
export const makeOffers = (s: SentenceView, trigger: Trigger): readonly Offer[] =>
  trigger.readings.flatMap((reading) => offersOf(s, trigger, reading))

const offersOf = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const left = (rule: string) => walkLeft(s, trigger, reading, rule)
  const right = (kind: Parameters<typeof walkRight>[3], rule: string) => walkRight(s, trigger, reading, kind, rule)
  switch (reading.frame) {
    case 'object':
      return verbOffers(s, trigger, reading)
    case 'object-past':
      return [...left('passive'), ...right('list', 'passive'), ...beside(s, trigger, reading)]
    case 'object-active':
      return right('object', 'active')
    case 'subject':
    case 'subject-only':
      return [...left('subject'), ...right('list', 'subject')]
    case 'state':
      return [...left('state'), ...right('list', 'state')]
    case 'event':
      return right('of', 'event')
    case 'counted':
      return right('of', 'event')
    case 'toll':
      return right('toll', 'toll')
    case 'lives':
      return []
    case 'lose':
      return beside(s, trigger, reading)
  }
}

const verbOffers = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const active = () => walkRight(s, trigger, reading, 'object', 'active')
  if (reading.form === 'ing')
    return is(s.view, trigger.last, 'of') ? walkRight(s, trigger, reading, 'of', 'event') : active()
  if (reading.form === 'base' || reading.form === 'third') return active()
  const passive = () => [
    ...walkLeft(s, trigger, reading, 'passive'),
    ...walkRight(s, trigger, reading, 'list', 'passive'),
  ]
  switch (voiceOfPast(s, trigger)) {
    case 'active':
      return active()
    case 'passive':
      return passive()
    case 'either':
      return [...passive(), ...active()]
  }
}

/** Only the phrase right after the word ("lost 12 fighters", "shot dead two men"). */
const beside = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const phrase = s.phraseAt(trigger.last)
  return phrase === undefined || phrase.kind === 'thing' || phrase.kind === 'bare'
    ? []
    : [{ phrase, trigger, reading, cost: 0.5, rule: 'active' }]
}
