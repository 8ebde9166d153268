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
    if (phrase.inner !== null && reading !== undefined)
      consider({ phrase, trigger: phrase.inner, reading, cost: 0.2, rule: 'inner' })
  }
  for (const trigger of s.triggers) for (const offer of makeOffers(s, trigger)) if (counts(offer)) consider(offer)
  return s.phrases.flatMap((phrase) => {
    const offer = best.get(phrase)
    return offer === undefined ? [] : [{ ...offer, metric: metricOf(s, offer) }]
  })
}

/** Things are not people; a name that no list knows must stand close. */
const counts = (offer: Offer): boolean =>
  offer.phrase.kind !== 'thing' && !(offer.phrase.kind === 'name' && offer.cost > 3)

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
