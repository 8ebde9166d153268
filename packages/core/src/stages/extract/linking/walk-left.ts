import type { Trigger } from '../harm/find-triggers.ts'
import type { HarmWord } from '../harm/harm-words.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is, personNoun } from '../words/view.ts'
import { ageBefore, asideBefore, openingBefore } from './asides.ts'
import { DEAREST, type Offer } from './offer.ts'
import { isBesidePersons, isFiniteVerb } from './sentence-facts.ts'
import type { SentenceView } from './sentence-view.ts'
import { inVerbChain } from './verb-chain.ts'
import { auxiliaryBefore, isLeftSo } from './voice.ts'

/** Looks for the people before a harm word: the subject of a passive, of "died", of "are missing". */
export const walkLeft = (
  s: SentenceView,
  trigger: Trigger,
  reading: HarmWord,
  rule: string,
  from = trigger.first,
): readonly Offer[] => {
  const { view } = s
  if (isUncounted(s, from) || isAttributive(s, trigger)) return []
  const offers: Offer[] = []
  let cost = 0
  /** A finite verb was crossed whose relative pronoun has not been met: its subject is not ours. */
  let foreign = false
  for (let i = from - 1; i >= s.first && cost <= DEAREST; i--) {
    const subgroup = s.subgroupAt(i)
    if (subgroup !== undefined) {
      foreign = false
      cost += 0.3
      i = subgroup.first
      continue
    }
    const phrase = s.phraseAt(i)
    if (phrase !== undefined) {
      if (phrase.partitive && is(view, phrase.last - 1, 'relative')) {
        // "12 were hurt, three of whom died" counts; "three million people, many of whom have fled" does not.
        if (phrase.vague === null) offers.push({ phrase, trigger, reading, cost, rule })
        break
      }
      if (foreign) break
      if (isShareBeside(s, phrase) || isIncluded(s, phrase, trigger) || isWithin(s, phrase, trigger)) cost += 0.3
      else if (isAside(s, phrase, cost) || isPossessor(s, phrase, trigger, cost)) cost += 1
      else {
        // "according to a spokesman, no soldiers were hurt": a denial begins its own clause
        if (isResumed(s, phrase) || offers.at(-1)?.phrase.from === 'zero') break
        if (isApposition(s, phrase, offers[0]?.phrase, from)) offers.length = 0
        if (offers.length > 0 && isParted(s, offers[offers.length - 1]?.phrase)) break
        if (offers.length > 0 && !isContiguous(s, phrase, offers[offers.length - 1]?.phrase)) break
        offers.push({ phrase, trigger, reading, cost, rule: offers.length === 0 ? rule : `${rule}-list` })
        if (!isCoordinated(s, phrase)) break
        cost += 0.5
      }
      i = phrase.first
      continue
    }
    const owner = s.complementAt(i)
    if (owner !== undefined && s.triggerAt(i) === undefined) {
      cost += 0.25
      i = owner.last
      continue
    }
    const aged = ageBefore(s, i)
    if (aged !== null) {
      i = aged
      continue
    }
    if (isOwnSubject(s, i, from, reading) || isSaidClause(s, i) || isOtherSubject(s, i, from)) break
    const aside = asideBefore(s, i)
    if (aside !== null) {
      i = aside
      cost += 0.3
      continue
    }
    // "their deaths bring to 30 the number of soldiers killed": what is before leads to the toll
    if (is(view, i, 'bring')) break
    const other = s.triggerAt(i)
    if (other !== undefined) {
      if (offers.length > 0) break
      foreign = isFiniteVerb(s, i) && !isCoordinatedVerb(s, other, from)
      cost += 2
      i = other.first
    } else if (is(view, i, 'close')) i = openingBefore(s, i)
    else if (is(view, i, 'relative')) {
      foreign = false
      cost += 1
    } else if (is(view, i, 'subordinator')) {
      if (offers.length > 0) break
      cost += 6
    } else if (isFiniteVerb(s, i) && !isOwnAuxiliary(s, i, from) && !isReduced(s, i, from)) {
      if (offers.length > 0) break
      foreign = true
      cost += 1
    } else cost += stepCost(s, i)
  }
  return offers
}

/** "the mother of abducted Arun Veld", "fired upon an unarmed and wounded man": the word is told of the noun after it. */
const isAttributive = (s: SentenceView, { first, last }: Trigger): boolean => {
  const { view } = s
  const next = view.tokens[last]?.tag
  if (next !== 'NOUN' && next !== 'PROPN' && next !== 'ADJ') return false
  if (is(view, first - 1, 'coordinator'))
    return view.tokens[first - 2]?.tag === 'ADJ' && (is(view, first - 3, 'article') || is(view, first - 3, 'definite'))
  const counted = s.phraseAt(first - 2)?.from
  return is(view, first - 1, 'of') && counted !== 'number' && counted !== 'vague'
}

/** "an advocate of prisoners captured by the army": right before a bare participle stand those it tells of, whom nobody counts. */
const isUncounted = (s: SentenceView, from: number): boolean => {
  const { view } = s
  const at = from - 1
  return (
    personNoun(view, at)?.number === 'plural' &&
    s.phraseAt(at) === undefined &&
    s.complementAt(at) === undefined &&
    s.subgroupAt(at) === undefined &&
    view.tokens[at - 1]?.tag === 'ADP' &&
    !is(view, at - 1, 'of')
  )
}

/** "… but we have moved on", "and they died": a pronoun right before its verb is its subject, and counts nobody. */
const isOwnSubject = (s: SentenceView, at: number, from: number, reading: HarmWord): boolean => {
  if (!is(s.view, at, 'subject') || is(s.view, at + 1, 'say')) return false
  const active = reading.frame === 'subject' || reading.frame === 'subject-only' || reading.frame === 'mass'
  if (!active && auxiliaryBefore(s.view, from, s.first) !== 'be') return false
  for (let i = at + 1; i < from; i++) {
    const tag = s.view.tokens[i]?.tag
    if (tag !== 'AUX' && tag !== 'ADV' && tag !== 'PART' && !is(s.view, i, 'be') && !is(s.view, i, 'have')) return false
  }
  return true
}

/** "withdraw 860 troops, or the journalists will be killed": a clause of its own begins with those whom its verb tells of, and counts nobody. */
const isOtherSubject = (s: SentenceView, at: number, from: number): boolean => {
  const { view } = s
  if (personNoun(view, at)?.number !== 'plural' || !isOwnAuxiliary(s, at + 1, from)) return false
  if (at + 1 >= from) return false
  let i = at - 1
  while (view.tokens[i]?.tag === 'ADJ' || view.tokens[i]?.tag === 'NOUN' || view.tokens[i]?.tag === 'PROPN') i--
  if (!is(view, i, 'definite')) return false
  if (view.tokens[i - 1]?.tag === 'ADV') i--
  return is(view, i - 1, 'coordinator') && !is(view, i - 2, 'subset') && s.phraseAt(i - 2) === undefined
}

/** "an activist claims that troops were killed": whoever says it stands outside of what is said. */
const isSaidClause = (s: SentenceView, at: number): boolean =>
  is(s.view, at, 'relative') &&
  (is(s.view, at - 1, 'claims') || (s.view.tokens[at]?.tag === 'SCONJ' && s.view.tokens[at - 1]?.tag === 'VERB'))

/** "residents of a block in Lomeq, located in the north, were hurt": a participle after a comma, where the harm word has an auxiliary of its own. */
const isReduced = (s: SentenceView, at: number, from: number): boolean =>
  is(s.view, at - 1, 'comma') &&
  s.view.tokens[at]?.tag === 'VERB' &&
  s.view.tokens[at + 1]?.tag === 'ADP' &&
  auxiliaryBefore(s.view, from, s.first) === 'be'

/**
 * A number inside a prepositional phrase ("in clashes with 20 fighters") unless the harm word stands right after it; one of
 * things wherever that stands ("60 fighters on both sides died").
 */
const isAside = (s: SentenceView, phrase: NumberPhrase, cost: number): boolean =>
  s.view.tokens[phrase.first - 1]?.tag === 'ADP' &&
  !is(s.view, phrase.first - 1, 'coordinator') &&
  (phrase.kind === 'thing' || (!is(s.view, phrase.first - 1, 'of') && cost > 0.3) || isBesideOf(s, phrase))

/** "was shot in front of his wife and was taken to hospital": two verbs of one subject, which stands before. */
const isBesideOf = ({ view }: SentenceView, { last }: NumberPhrase): boolean =>
  is(view, last, 'coordinator') && is(view, last + 1, 'be')

/** "a relative of the family annihilated": a participle after other nouns is theirs, not a single person's. */
const isPossessor = (s: SentenceView, phrase: NumberPhrase, trigger: Trigger, cost: number): boolean =>
  (phrase.from === 'singular' || phrase.from === 'kin') &&
  cost > 0.2 &&
  phrase.end >= trigger.first &&
  auxiliaryBefore(s.view, trigger.first, s.first) === null

/** "50 rebels, most of them from Lomeq, were killed": who those are whose number stands right before. */
const isShareBeside = (s: SentenceView, { partitive, first, last }: NumberPhrase): boolean => {
  if (!partitive || !is(s.view, last - 1, 'pronoun')) return false
  const end = is(s.view, first - 1, 'comma') ? first - 1 : first
  const whole = s.phraseAt(end - 1) ?? s.complementAt(end - 1)
  return whole !== undefined && whole.end === end && whole.kind === 'person'
}

/** "18 rebels including one of another country were killed": who is among those counted before; in "includes 126 killed" nobody is. */
const isIncluded = (s: SentenceView, phrase: NumberPhrase, trigger: Trigger): boolean => {
  const before = phrase.first - 1
  if (!is(s.view, before, 'subset') || is(s.view, before, 'among')) return false
  return auxiliaryBefore(s.view, trigger.first, s.first) !== null || isLeftSo(s, before)
}

/** "the commander who leads 600 fighters was killed": the object of a clause that tells who somebody is. */
const isWithin = (s: SentenceView, { first, end }: NumberPhrase, trigger: Trigger): boolean =>
  s.view.tokens[first - 1]?.tag === 'VERB' &&
  is(s.view, first - 2, 'relative') &&
  s.triggerAt(first - 1) === undefined &&
  end < trigger.first &&
  auxiliaryBefore(s.view, trigger.first, s.first) === 'be'

/** "were killed, as were the four bombers, and 700 injured": whom the verb before is told of once more. */
const isResumed = ({ view }: SentenceView, { first }: NumberPhrase): boolean => {
  const be = is(view, first - 1, 'definite') ? first - 2 : first - 1
  return is(view, be, 'be') && is(view, be - 1, 'subordinator')
}

/** "600 soldiers and 30 civilians", in headlines "40 Civilians 25 Fighters Killed": something stands before that may share the verb. A semicolon ends its clause. */
const isCoordinated = (s: SentenceView, phrase: NumberPhrase): boolean =>
  is(s.view, phrase.first - 1, 'coordinator') ||
  (is(s.view, phrase.first - 1, 'comma') && s.view.tokens[phrase.first - 1]?.text !== ';') ||
  isBesidePersons(s, phrase)

/** "two men, a baker and his apprentice, were shot": between the commas stands who the two were, not one more. */
const isApposition = (s: SentenceView, phrase: NumberPhrase, next: NumberPhrase | undefined, from: number): boolean => {
  const names = next?.from === 'singular' || (next?.low === phrase.low && next?.kind === 'person')
  if (next === undefined || !names || phrase.from !== 'number' || (phrase.low ?? 0) < 2) return false
  if (!is(s.view, next.first - 1, 'comma') || phrase.end !== next.first - 1) return false
  for (let i = next.last; i < from; i++) if (is(s.view, i, 'comma')) return true
  return false
}

/** "aid reached 200 families, and three people who were wounded left": what a comma parts from a number with its own clause. */
const isParted = (s: SentenceView, next: NumberPhrase | undefined): boolean =>
  next !== undefined &&
  is(s.view, next.end, 'relative') &&
  is(s.view, next.first - 1, 'coordinator') &&
  is(s.view, next.first - 2, 'comma')

/** Items of a list follow one another; only "and" may leave room for a place ("three in Aleppo and five in Homs"). */
const isContiguous = (s: SentenceView, item: NumberPhrase, next: NumberPhrase | undefined): boolean => {
  if (next === undefined) return true
  const joint = next.first - 1
  return item.last >= joint - 1 || item.end >= joint - 1 || is(s.view, joint, 'coordinator')
}

/** "kidnapped and later killed": two verbs of one subject. */
const isCoordinatedVerb = (s: SentenceView, other: Trigger, from: number): boolean => {
  for (let k = other.last; k < from; k++) {
    const tag = s.view.tokens[k]?.tag
    if (!is(s.view, k, 'coordinator') && tag !== 'ADV' && tag !== 'AUX') return false
  }
  return true
}

/** The verb's own "were", "have been", "may have been", across adverbs. */
const isOwnAuxiliary = (s: SentenceView, at: number, from: number): boolean => {
  for (let i = at; i < from; i++) {
    const tag = s.view.tokens[i]?.tag
    const own =
      tag === 'AUX' || tag === 'ADV' || tag === 'PART' || inVerbChain(s.view, i) || is(s.view, i, 'coordinator')
    if (!own && !is(s.view, i, 'get') && !is(s.view, i, 'be') && !is(s.view, i, 'have') && !is(s.view, i, 'fear'))
      return false
  }
  return true
}

const stepCost = (s: SentenceView, at: number): number => {
  if (is(s.view, at, 'comma')) return 0.4
  if (is(s.view, at, 'get')) return 0
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
