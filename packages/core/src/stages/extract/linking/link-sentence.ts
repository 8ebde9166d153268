import type { Metric } from '../../../model/claim.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import { makeOffers } from './make-offers.ts'
import type { Offer } from './offer.ts'
import type { SentenceView } from './sentence-view.ts'

/** A number phrase and what happened to the people it counts. */
export interface Link extends Offer {
  readonly metric: Metric
}

/** Ties each number phrase of a sentence to the cheapest harm word that bids for it. */
export const linkSentence = (s: SentenceView): readonly Link[] => {
  const best = new Map<NumberPhrase, Offer>()
  const consider = (offer: Offer): void => {
    const known = best.get(offer.phrase)
    if (known === undefined || offer.cost < known.cost) best.set(offer.phrase, offer)
  }
  for (const phrase of s.phrases) {
    const reading = phrase.inner?.readings.find((r) => r.frame !== 'lives' || claimsLives(s, phrase))
    if (
      phrase.inner !== null &&
      reading !== undefined &&
      !(phrase.head !== phrase.inner.last - 1 && reading.metric === 'displaced')
    )
      consider({ phrase, trigger: phrase.inner, reading, cost: phrase.kind === 'counted' ? 0.2 : 2.5, rule: 'inner' })
  }
  for (const trigger of s.triggers) for (const offer of makeOffers(s, trigger)) if (counts(offer)) consider(offer)
  return s.phrases.flatMap((phrase) => {
    const offer = best.get(phrase)
    return offer === undefined ? [] : [{ ...offer, metric: metricOf(s, offer) }]
  })
}

/** Things are not people; a name that no list knows must stand close. */
const counts = (offer: Offer): boolean => {
  if (offer.phrase.kind === 'thing' || (offer.phrase.kind === 'name' && offer.cost > 3)) return false
  return offer.reading.metric !== 'displaced' || isDisplaced(offer)
}

/** One man who flees is no displacement, nor are fighters on the run; families, civilians and crowds are. */
const isDisplaced = ({ phrase, reading }: Offer): boolean => {
  if (phrase.unit === 'family') return true
  if (phrase.from === 'singular' || phrase.from === 'kin') return false
  if (reading.frame !== 'subject' && reading.frame !== 'mass') return true
  if (phrase.noun?.status === 'combatant') return false
  return phrase.vague !== null || phrase.noun?.status === 'civilian' || (phrase.low ?? phrase.high ?? 0) >= CROWD
}

/** So many people on the move are a displacement, whoever they are. */
const CROWD = 20

const claimsLives = (s: SentenceView, phrase: NumberPhrase): boolean => {
  for (let i = phrase.first - 1; i >= Math.max(s.first, phrase.first - 4); i--)
    if (s.view.tokens[i]?.tag === 'VERB') return true
  return false
}

/** "killed and wounded", "killing or injuring": one undivided number. */
const metricOf = (s: SentenceView, offer: Offer): Metric => {
  const { metric } = offer.reading
  if (metric !== 'killed' && metric !== 'injured') return metric
  const { first, last } = offer.trigger
  const after = is(s.view, last, 'coordinator') ? s.triggerAt(last + 1) : undefined
  const before = is(s.view, first - 1, 'coordinator') ? s.triggerAt(first - 2) : undefined
  const partner = [after, before].find((t) =>
    t?.readings.some((r) => r.metric !== metric && (r.metric === 'killed' || r.metric === 'injured')),
  )
  return partner === undefined ? metric : 'killed_or_injured'
}
