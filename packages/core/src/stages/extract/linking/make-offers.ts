import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { statusOfPhrase } from '../status/status-of-phrase.ts'
import { is, personNoun } from '../words/view.ts'
import type { Offer } from './offer.ts'
import { isThere, rosterStart } from './roster.ts'
import { isFiniteVerb } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'
import { broughtTo, tally, toldAhead } from './toll-offers.ts'
import { auxiliaryBefore, linkingVerbBefore, personBehindDay, voiceOfPast } from './voice.ts'
import { walkLeft } from './walk-left.ts'
import { type Right, walkRight } from './walk-right.ts'

/** All bids of one harm word, by each of its readings. */
export const makeOffers = (s: SentenceView, trigger: Trigger): readonly Offer[] =>
  trigger.readings.flatMap((reading) => [...labelled(s, trigger, reading), ...offersOf(s, trigger, reading)])

/** "Dead: twelve": a harm word as a label, and its number. */
const labelled = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const phrase = is(s.view, trigger.last, 'colon') ? s.phraseAt(trigger.last + 1) : undefined
  const opens = trigger.first === s.first || s.view.tokens[trigger.first - 1]?.tag === 'PUNCT'
  const isLabel = opens && phrase?.kind === 'bare' && phrase.from === 'number' && reading.metric !== 'displaced'
  return isLabel ? [{ phrase, trigger, reading, cost: 0.3, rule: 'toll' }] : []
}

const offersOf = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const right = (kind: Right, rule: string) => walkRight(s, trigger, reading, kind, rule)
  switch (reading.frame) {
    case 'object':
    case 'custody':
      return verbOffers(s, trigger, reading)
    case 'object-person':
      return verbOffers(s, trigger, reading).filter(
        ({ phrase, rule }) =>
          (phrase.kind === 'person' || isOfPersons(s, trigger, phrase)) &&
          !(rule.startsWith('passive') && takesThing(s, trigger)),
      )
    case 'object-fighter':
      return verbOffers(s, trigger, reading).filter(({ phrase }) => isFighters(s, phrase))
    case 'object-past':
      return voiceOfPast(s, trigger) === 'active'
        ? listed(s, trigger, reading)
        : [...passiveOffers(s, trigger, reading, 'passive'), ...beside(s, trigger, reading)]
    case 'object-active':
      return right('object', 'active')
    case 'subject':
    case 'mass':
    case 'subject-only':
      return passiveOffers(s, trigger, reading, 'subject')
    case 'state':
      return isAttribute(s, trigger, reading) ? [] : passiveOffers(s, trigger, reading, 'state')
    case 'counted':
      return [...right('of', 'event'), ...tally(s, trigger, reading)]
    case 'event':
      return right('of', 'event')
    case 'toll':
      return [
        ...broughtTo(s, trigger, reading, trigger.first),
        ...toldAhead(s, trigger, reading),
        ...right('toll', 'toll'),
      ]
    case 'victims':
      return right('roster', 'roster')
    case 'suffered':
      return sufferers(s, trigger, reading)
    case 'bodies':
      return isFound(s) ? right('of', 'event') : []
    case 'lives':
    case 'natural':
      return []
    case 'shot':
      return shotOffers(s, trigger, reading)
    case 'departs':
      return passiveOffers(s, trigger, reading, 'subject')
    case 'cost':
      return beside(s, trigger, reading).filter(({ phrase }) => losesLives(s, phrase))
    case 'lose':
      return beside(s, trigger, reading)
  }
}

const verbOffers = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const active = () => walkRight(s, trigger, reading, 'object', 'active')
  if (reading.form === 'ing')
    return is(s.view, trigger.last, 'of') ? walkRight(s, trigger, reading, 'of', 'event') : active()
  if (reading.form === 'base' && isCompound(s, trigger)) return []
  if (reading.form === 'base' || reading.form === 'third') return active()
  switch (voiceOfPast(s, trigger)) {
    case 'active':
      return active()
    case 'passive':
      return passiveOffers(s, trigger, reading, 'passive')
    case 'either':
      return [...passiveOffers(s, trigger, reading, 'passive'), ...active()]
  }
}

/** "61 gunmen have been killed and 17 have been captured": a bare number goes on with the persons before it. */
const isOfPersons = (s: SentenceView, trigger: Trigger, { kind, from, first }: NumberPhrase): boolean =>
  kind === 'bare' &&
  from === 'number' &&
  auxiliaryBefore(s.view, trigger.first, s.first) === 'be' &&
  s.phrases.findLast((before) => before.last <= first)?.kind === 'person'

/** Those who fight, and not what is theirs ("12 militants' vehicles were destroyed"). */
const isFighters = ({ view }: SentenceView, phrase: NumberPhrase): boolean => {
  const next = view.tokens[phrase.last]
  const owns = next?.tag === 'NOUN' || /^['’]/.test(next?.text ?? '')
  return phrase.kind === 'person' && statusOfPhrase(view, phrase) === 'combatant' && !owns
}

/** "three people were shot", "gunmen shot three people": persons, and the word as a verb; not "shot at", "shot down". */
const shotOffers = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const passive = voiceOfPast(s, trigger) === 'passive' && auxiliaryBefore(s.view, trigger.first, s.first) === 'be'
  if (is(s.view, trigger.last, 'off') || (passive && s.view.tokens[trigger.first]?.tag !== 'VERB')) return []
  const offers = passive ? passiveOffers(s, trigger, reading, 'passive') : beside(s, trigger, reading)
  return offers.filter(
    ({ phrase, rule }) =>
      phrase.kind === 'person' && !rule.endsWith('list') && (reading.metric !== 'killed' || isOnFoot(s, phrase)),
  )
}

/** "12 protesters were shot down"; not the pilots, nor "a helicopter with 12 people". */
const isOnFoot = ({ view }: SentenceView, { first, head }: NumberPhrase): boolean =>
  (view.tokens[first - 1]?.tag !== 'ADP' || is(view, first - 1, 'particle')) &&
  !view.words.numbers.vetoes.flyer.has(view.tokens[head ?? first]?.lower ?? '')

/** "cost five people their lives" */
const losesLives = (s: SentenceView, { last }: NumberPhrase): boolean =>
  is(s.view, last, 'possessive') && s.triggerAt(last + 1)?.readings.some(({ frame }) => frame === 'lives') === true

/** "murder allegations": a noun that only describes the noun after it. */
const isCompound = (s: SentenceView, trigger: Trigger): boolean =>
  s.view.tokens[trigger.first]?.tag === 'NOUN' &&
  s.view.tokens[trigger.last]?.tag === 'NOUN' &&
  s.phraseAt(trigger.last) === undefined

/** "the hostage crisis", "prisoner abuse": a state of persons that only describes the noun after it. */
const isAttribute = (s: SentenceView, trigger: Trigger, reading: HarmWord): boolean => {
  // "missing the match": a verb with an object
  if (is(s.view, trigger.last - 1, 'verb-ing') && isMissed(s, trigger.last)) return true
  if (s.view.tokens[trigger.last]?.tag !== 'NOUN' || s.phraseAt(trigger.last) !== undefined) return false
  if (reading.metric === 'abducted') return true
  // "the 12 dead trees": what is dead is a thing
  const counted = s.phraseAt(trigger.first - 1)
  return (
    counted?.kind === 'bare' &&
    counted.last === trigger.first &&
    is(s.view, counted.first - 1, 'definite') &&
    !is(s.view, trigger.last, 'day') &&
    s.triggerAt(trigger.last) === undefined
  )
}

/** "missing this year's talks", not "missing this year". */
const isMissed = ({ view }: SentenceView, at: number): boolean => {
  if (!is(view, at, 'definite') && !is(view, at, 'possessive')) return false
  return !view.words.numbers.vetoes.after.has(view.tokens[at + 1]?.lower ?? '') || is(view, at + 2, 'possessive')
}

/** "protesters seized control", "a probe captured images": the verb has a thing for its object, and its subject is not harmed. */
const takesThing = (s: SentenceView, trigger: Trigger): boolean => {
  if (auxiliaryBefore(s.view, trigger.first, s.first) === 'be') return false
  const tag = s.view.tokens[trigger.last]?.tag
  return tag === 'NOUN' || tag === 'ADJ' || tag === 'DET' || tag === 'PRON'
}

/** "Killed in the raid were five people": the sentence begins with its harm. */
const isInverted = (s: SentenceView, trigger: Trigger): boolean => trigger.first === s.first

/** The people before the word, the rest of a list after it, and what "the dead" or "those killed" are said to include. */
const passiveOffers = (s: SentenceView, trigger: Trigger, reading: HarmWord, rule: string): readonly Offer[] => {
  const named = rosterStart(s, trigger)
  const ahead = named === null ? [] : toldAhead(s, trigger, reading)
  if (ahead.length > 0) return ahead
  const told = named === null ? undefined : s.phraseAt(named - 1)
  // "there were 20 women among the dead"
  if (named !== null && told?.kind === 'person' && is(s.view, named, 'among') && isThere(s, told))
    return [{ phrase: told, trigger, reading, cost: 0.5, rule: 'roster' }]
  if (named !== null)
    return [
      ...walkRight(s, trigger, reading, 'roster', 'roster'),
      ...(named < trigger.first - 1 ? walkLeft(s, trigger, reading, 'roster', named) : []),
    ]
  const left = walkLeft(s, trigger, reading, rule, beforeLinkingVerb(s, trigger, reading))
  if (left.length === 0 && isInverted(s, trigger)) return walkRight(s, trigger, reading, 'roster', rule)
  return [
    ...(left.length > 0 ? left : onlySubgroup(s, trigger, reading, rule)),
    ...walkRight(s, trigger, reading, 'list', rule),
    ...tally(s, trigger, reading),
  ]
}

/** "were found dead", "went missing": the people stand before the verb that links them to their state. */
const beforeLinkingVerb = (s: SentenceView, trigger: Trigger, reading: HarmWord): number => {
  const left = linkingVerbBefore(s, trigger.first)
  if (left !== null) return left
  const before = trigger.first - 1
  const linked = reading.frame === 'state' || (reading.frame === 'object-past' && is(s.view, before, 'find'))
  if (!linked || s.view.tokens[before]?.tag !== 'VERB' || s.phraseAt(before) !== undefined) return trigger.first
  return s.triggerAt(before) === undefined ? before : trigger.first
}

/** "the toll includes 126 people killed by shelling": nothing else stands before, so the part itself is meant. */
const onlySubgroup = (s: SentenceView, trigger: Trigger, reading: HarmWord, rule: string): readonly Offer[] => {
  const phrase = s.phraseAt(trigger.first - 1)
  return phrase === undefined ? [] : [{ phrase, trigger, reading, cost: 1.5, rule }]
}

/** Bodies that are found, pulled out or brought are of the dead; both bodies of a parliament are not. */
export const isFound = (s: SentenceView): boolean => {
  for (let i = s.first; i < s.last; i++) if (is(s.view, i, 'find')) return true
  return false
}

/** Only the phrase right after the word ("lost 12 fighters", "shot dead two men"). */
const beside = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const phrase = s.phraseAt(trigger.last) ?? personBehindDay(s, trigger.last)
  if (reading.frame === 'lose' && phrase !== undefined && phrase.first < trigger.last) return []
  if (
    reading.frame === 'lose' &&
    (phrase?.from === 'singular' ||
      phrase?.from === 'definite' ||
      !(isTroops(phrase) || isOfSide(s, trigger, phrase) || isOfEach(phrase)))
  )
    return []
  return phrase === undefined || phrase.kind === 'thing' || phrase.kind === 'bare'
    ? []
    : [{ phrase, trigger, reading, cost: 0.5, rule: 'active' }]
}

/** The phrase right after the word, and what a list adds to it ("shot dead the guard and two villagers"). */
const listed = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  const first = beside(s, trigger, reading)
  if (first.length === 0 || s.phraseAt(trigger.last) === undefined) return first
  return [...first, ...walkRight(s, trigger, reading, 'object', 'active').filter(({ rule }) => rule.endsWith('list'))]
}

/** Who suffers or sustains the harm: the subject of the verb a few words before it. */
const sufferers = (s: SentenceView, trigger: Trigger, reading: HarmWord): readonly Offer[] => {
  for (let i = trigger.first - 1; i >= Math.max(s.first, trigger.first - 5); i--) {
    const treated = s.phraseAt(i)
    if (treated !== undefined && treated.kind === 'person' && is(s.view, treated.first - 1, 'treat'))
      return auxiliaryBefore(s.view, treated.first - 1, s.first) === 'be'
        ? []
        : [{ phrase: treated, trigger, reading, cost: 1, rule: 'active' }]
    if (is(s.view, i, 'suffer')) return walkLeft(s, trigger, reading, 'subject', i)
    if (isFiniteVerb(s, i) || s.phraseAt(i) !== undefined) return []
  }
  return []
}

/** "the rebels lost three people": a side's people are its fighters. */
const isOfSide = (s: SentenceView, trigger: Trigger, phrase: NumberPhrase | undefined): boolean => {
  if (phrase?.kind !== 'person' || phrase.noun?.status != null) return false
  for (let i = trigger.first - 1; i >= Math.max(s.first, trigger.first - 4); i--)
    if (personNoun(s.view, i)?.status === 'combatant') return true
  return false
}

/** "A and B lost two people each": places that lose people. */
const isOfEach = (phrase: NumberPhrase | undefined): boolean => phrase?.each === true && phrase.kind === 'person'

/** A side loses fighters and men; a council that "lost two members to the vote" buries nobody. */
const isTroops = (phrase: NumberPhrase | undefined): boolean =>
  phrase?.noun?.status === 'combatant' || phrase?.noun?.group === 'men' || phrase?.noun?.number === 'collective'
