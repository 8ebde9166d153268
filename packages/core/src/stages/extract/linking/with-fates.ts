import type { Trigger } from '../harm/find-triggers.ts'
import { is } from '../words/view.ts'
import type { Link } from './link.ts'
import type { Offer } from './offer.ts'
import type { SentenceView } from './sentence-view.ts'

/** "12 men were abducted and later killed": those taken are told to have died by a verb that shares their number. */
export const withFates = (s: SentenceView, links: readonly Link[], offers: readonly Offer[]): readonly Link[] =>
  links.flatMap((link) => {
    const fate =
      link.metric === 'abducted'
        ? offers.find(
            ({ phrase, trigger, reading }) =>
              phrase === link.phrase && reading.metric === 'killed' && follows(s, link.trigger, trigger),
          )
        : undefined
    return fate === undefined ? [link] : [link, { ...fate, metric: 'killed' }]
  })

/** Whether only words that join two verbs stand between them. */
const follows = (s: SentenceView, one: Trigger, other: Trigger): boolean => {
  if (other.first <= one.last) return false
  let joined = false
  for (let i = one.last; i < other.first; i++) {
    const tag = s.view.tokens[i]?.tag
    joined ||= is(s.view, i, 'coordinator') || is(s.view, i, 'comma')
    const between = is(s.view, i, 'coordinator') || is(s.view, i, 'comma') || tag === 'ADV' || tag === 'AUX'
    if (!between) return false
  }
  return joined
}
