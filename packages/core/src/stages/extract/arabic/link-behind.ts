import { type ArabicView, isAnd, isSmall, lowerAt } from './arabic-view.ts'
import { COMMAS, isPreposition } from './governs.ts'
import type { Link } from './link.ts'
import { linkTo } from './link-to.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { isDoneOnly, isTrigger, type Trigger } from './triggers.ts'

/** How many tokens may stand between people and the verb or noun that says of them what happened. */
const BEHIND = 6

/** "خمسة أشخاص قتلوا", "تسعة أشخاص في عداد المفقودين"; not "ثلاثة مسلحين قتلوا خمسة مدنيين", who did it. */
export const linkBehind = (
  view: ArabicView,
  phrase: PeoplePhrase,
  trigger: Trigger,
  after: PeoplePhrase | Trigger | undefined,
): Link | null => {
  if (phrase.kind === 'thing' || phrase.kind === 'unknown' || phrase.harm !== null) return null
  const gap = trigger.first - phrase.last
  if (gap > BEHIND || trigger.form === 'masdar' || trigger.form === 'toll') return null
  for (let at = phrase.last; at < trigger.first; at++) if (!isPassedOver(view, at, trigger.form)) return null
  if (trigger.form === 'noun')
    return gap === 0 && phrase.kind === 'bare' ? null : linkTo(phrase, trigger, trigger.metric, 'predicate', gap)
  const agrees = trigger.word?.plural === true || ((phrase.low ?? 2) <= 1 && phrase.vague === null)
  if (!agrees) return null
  if (phrase.kind === 'one' && gap > 1) return null
  const isObjectNext =
    after !== undefined &&
    !isTrigger(after) &&
    after.kind !== 'thing' &&
    after.first - trigger.last <= 1 &&
    !isPreposition(view, after.first - 1) &&
    !isAnd(view, after.first - 1)
  if (isObjectNext && !isDoneOnly(trigger)) return null
  return linkTo(phrase, trigger, trigger.metric, 'subject', gap)
}

const isPassedOver = (view: ArabicView, at: number, form: Trigger['form']): boolean => {
  if (isSmall(view, at, 'aux', 'may', 'adverb') || COMMAS.has(lowerAt(view, at))) return true
  if (form !== 'noun') return false
  return (
    view.tokens[at]?.tag === 'DET' ||
    isSmall(view, at, 'still') ||
    isSmall(view, at, 'prep') ||
    isSmall(view, at, 'still')
  )
}
