import type { Metric } from '../../../model/claim.ts'
import type { Trigger } from '../harm/find-triggers.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import { withGapped } from './gapping.ts'
import type { Link } from './link.ts'
import { isFound, makeOffers } from './make-offers.ts'
import type { Offer } from './offer.ts'
import type { SentenceView } from './sentence-view.ts'
import { withTotals } from './totals-brought.ts'
import { isLeftSo } from './voice.ts'
import { withFates } from './with-fates.ts'
import { withShares } from './with-shares.ts'

/** Ties each number phrase of a sentence to the cheapest harm word that bids for it. */
export const linkSentence = (s: SentenceView): readonly Link[] => {
  const best = new Map<NumberPhrase, Offer>()
  const offers: Offer[] = []
  const consider = (offer: Offer): void => {
    if (!counts(s, offer)) return
    offers.push(offer)
    const known = best.get(offer.phrase)
    if (known === undefined || offer.cost < known.cost) best.set(offer.phrase, offer)
  }
  for (const phrase of s.phrases) {
    const offer = innerOffer(s, phrase)
    if (offer !== null) consider(offer)
  }
  for (const trigger of s.triggers)
    if (s.phraseAt(trigger.first) === undefined) makeOffers(s, trigger).forEach(consider)
    else if (isCountedNoun(s, trigger))
      for (const offer of makeOffers(s, trigger)) if (offer.reading.form === 'fixed') consider(offer)
  const links = s.phrases.flatMap((phrase) => {
    const offer = best.get(phrase)
    return offer === undefined ? [] : [{ ...offer, metric: metricOf(s, offer) }]
  })
  return withShares(s, withTotals(s, withGapped(s, withFates(s, links, offers))))
}

/** "deaths" of "12 deaths" may still speak of people after it, as a noun ("12 martyrs" is no verb); a word that only describes the people counted may not. */
const isCountedNoun = (s: SentenceView, trigger: Trigger): boolean => {
  const phrase = s.phraseAt(trigger.first)
  return phrase?.inner === trigger && phrase.kind === 'counted'
}

/** "12 injured civilians", "12 deaths"; "12 displaced people" are a kind of people, not news of a flight. */
const innerOffer = (s: SentenceView, phrase: NumberPhrase): Offer | null => {
  const { inner } = phrase
  const reading = inner?.readings.find(
    (r) => (r.frame !== 'lives' || claimsLives(s, phrase)) && (r.frame !== 'bodies' || isFound(s)),
  )
  if (inner === null || reading === undefined) return null
  // "one in three of the wounded" is a rate
  if (phrase.partitive && s.view.tokens[phrase.first - 1]?.tag === 'ADP') return null
  // "none of the injuries is serious" tells of injuries
  if (phrase.partitive && phrase.from === 'zero') return null
  if (phrase.kind !== 'counted' && reading.metric === 'displaced') return null
  return { phrase, trigger: inner, reading, cost: phrase.kind === 'counted' ? 0.2 : 2.5, rule: 'inner' }
}

/** Things are not people; a name that no list knows must stand close. */
const counts = (s: SentenceView, offer: Offer): boolean => {
  const { phrase, trigger, cost } = offer
  if (phrase.kind === 'thing' || (phrase.kind === 'name' && cost > 3)) return false
  if (phrase.from === 'definite' && (cost > 0.7 || offer.rule.endsWith('list'))) return false
  if (isBothOfThings(s, phrase) || isBothGroups(s, phrase)) return false
  if (isBothPlaces(s, phrase)) return false
  if (isManner(s, phrase) || isGeneric(s, offer) || isGenericDeed(s, offer) || isCorrelative(s, phrase)) return false
  // "none were seriously injured": the degree is denied, not the harm
  if (phrase.from === 'zero' && s.view.words.numbers.vetoes.degree.has(s.view.tokens[trigger.first - 1]?.lower ?? ''))
    return false
  // "the burning of two dead bodies": the dead are not wounded
  if (offer.reading.metric === 'injured' && isOfDead(phrase)) return false
  if (is(s.view, trigger.first - 1, 'near-miss') && s.phraseAt(trigger.first - 1) === undefined) return false
  return offer.reading.metric !== 'displaced' || isDisplaced(offer)
}

const isOfDead = ({ inner }: NumberPhrase): boolean =>
  inner?.readings.some(({ metric, frame }) => metric === 'killed' && frame === 'state') === true

/** "12 were hurt, three seriously", "one of them fatally": how some of those counted were harmed is no number of its own. */
const isManner = (s: SentenceView, { kind, last, first, partitive }: NumberPhrase): boolean => {
  const tag = s.view.tokens[last]?.tag
  if (kind !== 'bare' || (tag !== 'ADV' && tag !== 'ADJ') || s.triggerAt(last) !== undefined) return false
  // "two women, one pregnant, were killed": what one of those counted is like
  if (tag === 'ADJ' && (s.view.tokens[last + 1]?.tag !== 'PUNCT' || !is(s.view, first - 1, 'comma'))) return false
  if (!partitive && !is(s.view, first - 1, 'comma') && !is(s.view, first - 1, 'coordinator')) return false
  const after = s.view.tokens[last + 1]?.tag
  return last + 1 >= s.last || after === 'PUNCT' || after === 'CCONJ' || (after === 'ADP' && !partitive)
}

/** "both the upper and lower stations": what the two are stands behind the article. */
const isBothOfThings = (s: SentenceView, { kind, low, high, hedge, last }: NumberPhrase): boolean =>
  kind === 'bare' && low === 2 && high === 2 && hedge === 'exact' && s.view.tokens[last]?.tag === 'DET'

/** "both soldiers and civilians", "both Buddhist and Muslim": two kinds of people, however many. */
const isBothGroups = ({ view, ...s }: SentenceView, { first, last, noun }: NumberPhrase): boolean =>
  is(view, first, 'both') &&
  noun?.number !== 'singular' &&
  is(view, last, 'coordinator') &&
  s.phraseAt(last + 1) === undefined

/** "both from Lomeq and from abroad": the two are where they come from; of "both of them" and "both on board" it is people. */
const isBothPlaces = ({ view, ...s }: SentenceView, { kind, first, last }: NumberPhrase): boolean => {
  if (kind !== 'bare' || !is(view, first, 'both') || view.tokens[last]?.tag !== 'ADP' || is(view, last, 'of'))
    return false
  for (let i = last + 1; i < Math.min(s.last, last + PAIR); i++) {
    if (is(view, i, 'coordinator')) return true
    if (s.triggerAt(i) !== undefined || view.tokens[i]?.tag === 'PUNCT') return false
  }
  return false
}

/** Tokens within which "and" stands that joins what "both" tells of. */
const PAIR = 6

/** "both foreign and local": no two people. */
const isCorrelative = (s: SentenceView, { kind, first, last }: NumberPhrase): boolean =>
  kind === 'bare' &&
  (s.view.tokens[last]?.tag === 'ADJ' || (is(s.view, first, 'both') && s.view.tokens[last]?.tag === 'PROPN')) &&
  s.triggerAt(last) === undefined &&
  is(s.view, last + 1, 'coordinator')

/** "a drop can kill a man": what may happen to anyone is told of nobody. */
const isGeneric = (s: SentenceView, { phrase, trigger, reading }: Offer): boolean =>
  phrase.from === 'singular' &&
  reading.form === 'base' &&
  (is(s.view, trigger.first - 1, 'generic') || is(s.view, trigger.first - 2, 'generic'))

/** "kidnapping a foreigner is against the law": a deed that its sentence speaks about, told of nobody. */
const isGenericDeed = (s: SentenceView, { phrase, trigger, reading }: Offer): boolean => {
  const { view } = s
  if (phrase.from !== 'singular' || phrase.first < trigger.last) return false
  if (reading.form !== 'ing' && reading.frame !== 'event') return false
  const before = view.tokens[trigger.first - 1]?.tag
  const start = before === 'ADJ' || before === 'VERB' ? trigger.first - 1 : trigger.first
  const opens = start === s.first || view.tokens[start - 1]?.tag === 'PUNCT' || is(view, start - 1, 'relative')
  const object = is(view, trigger.last, 'of') ? trigger.last + 1 : trigger.last
  if (!opens || !is(view, object, 'article')) return false
  for (let i = phrase.last; i < s.last; i++) {
    const tag = view.tokens[i]?.tag
    // "Killing a guard, rebels stormed the town": what the others did
    if (tag === 'PUNCT') return false
    if (tag === 'AUX' || is(view, i, 'be')) return true
  }
  return false
}

/** One man who flees is no displacement, nor are fighters on the run; families, civilians and crowds are. */
const isDisplaced = ({ phrase, reading }: Offer): boolean => {
  // "a few wounded men were evacuated": to where they are treated
  if (phrase.inner?.readings.some(({ metric }) => metric === 'injured')) return false
  if (phrase.unit === 'family') return true
  if (phrase.from === 'singular' || phrase.from === 'kin' || phrase.from === 'definite') return false
  if (reading.frame === 'departs' && phrase.vague === null && (phrase.low ?? phrase.high ?? 0) < CROWD) return false
  if (reading.frame !== 'subject' && reading.frame !== 'mass' && reading.frame !== 'object-person') return true
  if (phrase.noun?.status === 'combatant') return false
  return phrase.vague !== null || phrase.noun?.status === 'civilian' || (phrase.low ?? phrase.high ?? 0) >= CROWD
}

/** So many people on the move are a displacement, whoever they are. */
const CROWD = 20

/** "claimed 12 lives", "12 lives were lost"; not "saved 12 lives". */
const claimsLives = (s: SentenceView, phrase: NumberPhrase): boolean => {
  for (let i = Math.max(s.first, phrase.first - 4); i < Math.min(s.last, phrase.last + 4); i++)
    if (is(s.view, i, 'claims')) return true
  return false
}

/** "killed and wounded", "killing or injuring": one undivided number. */
const metricOf = (s: SentenceView, offer: Offer): Metric => {
  const { metric, frame } = offer.reading
  const { first, last } = offer.trigger
  if (frame === 'shot' && isFatal(s, last)) return 'killed'
  // "claimed 23 lives and wounded 36 others": lives are lost, whatever is told next
  if (frame === 'lives' || (metric !== 'killed' && metric !== 'injured')) return metric
  const after = is(s.view, last, 'coordinator') ? s.triggerAt(last + 1) : (besideIt(s, last) ?? undefined)
  const before = is(s.view, first - 1, 'coordinator') ? s.triggerAt(first - 2) : verbBefore(s, first)
  if (hasOwnNumber(s, offer, after, before)) return metric
  const partner = [after, before].find((t) =>
    t?.readings.some(
      (r) => r.frame !== 'lives' && r.metric !== metric && (r.metric === 'killed' || r.metric === 'injured'),
    ),
  )
  return partner === undefined ? metric : 'killed_or_injured'
}

/** "left three dead and wounded a dozen": the word beside has people of its own. */
const hasOwnNumber = (s: SentenceView, { phrase }: Offer, after?: Trigger, before?: Trigger): boolean => {
  const object = after === undefined ? undefined : s.phraseAt(after.last)
  if (object !== undefined && object.first === after?.last && object !== phrase) return true
  const subject = before === undefined ? undefined : s.phraseAt(before.first - 1)
  if (before === undefined || subject === undefined || subject === phrase) return false
  return before.readings.some(({ frame }) => frame === 'state') || isLeftSo(s, subject.first)
}

/** "Attack kills, injures dozens", "Kills Injures over 70": the verb before shares the object of the one behind it. */
const verbBefore = (s: SentenceView, at: number): Trigger | undefined => {
  const before = s.triggerAt(is(s.view, at - 1, 'comma') ? at - 2 : at - 1)
  const acts = s.triggerAt(at)?.readings.some(({ form }) => form === 'third') === true
  return acts && before?.readings.some(({ form }) => form === 'third') === true ? before : undefined
}

/** "Dozens killed, injured in raid": headlines leave out the "and"; the second word has no number of its own. */
const besideIt = (s: SentenceView, at: number): Trigger | null => {
  const next = s.triggerAt(is(s.view, at, 'comma') ? at + 1 : at)
  if (next === undefined || next.first > at + 1 || s.phraseAt(next.first) !== undefined) return null
  const participle = next.readings.every(({ form }) => form === 'past' || form === 'participle')
  return participle && s.view.tokens[next.last]?.tag === 'ADP' ? next : null
}

/** "were shot, hacked and burned to death": of verbs told in one breath the one that kills tells how it ended. */
const isFatal = (s: SentenceView, from: number): boolean => {
  for (let i = from; i < s.last; i++) {
    if (s.triggerAt(i)?.readings.some(({ metric, form }) => metric === 'killed' && form !== 'ing') === true)
      return i > from
    const tag = s.view.tokens[i]?.tag
    if (tag !== 'VERB' && tag !== 'ADV' && !is(s.view, i, 'comma') && !is(s.view, i, 'coordinator')) return false
  }
  return false
}
