import { type ArabicView, hasBefore, isAnd, isSmall } from './arabic-view.ts'
import { type Current, isRunningTold } from './governs.ts'
import type { Link } from './link.ts'
import { linkTo } from './link-to.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import type { Trigger } from './triggers.ts'

/** "12 قتيلا": the noun says it all; but "وفاة ثلاثة جرحى" are three dead. */
export const ownHarm = (
  view: ArabicView,
  phrase: PeoplePhrase,
  current: Current | null,
  links: readonly Link[],
  first: number,
): Link | null => {
  const { harm } = phrase
  if (harm === null || (phrase.kind === 'one' && !isTold(view, phrase, links, first))) return null
  if (harm === 'displaced' && hasBefore(view, phrase.first, DWELL, 'dwell')) return null
  if (hasBefore(view, phrase.first, NEAR, 'release')) return null
  if (
    current !== null &&
    current.count === 0 &&
    current.trigger.form !== 'noun' &&
    current.from === phrase.first &&
    MAY_BEFALL.get(current.metric)?.has(harm) === true
  )
    return linkTo(phrase, current.trigger, current.metric, current.trigger.form, 1)
  const own: Trigger = { first: phrase.first, last: phrase.last, metric: harm, form: 'noun', word: null }
  const isToll =
    current !== null &&
    current.count === 0 &&
    (current.trigger.form === 'toll' || (current.trigger.form === 'noun' && isRunningTold(view, current.trigger)))
  const told = isToll && current !== null && isExceeded(view, current.trigger) ? exceeded(phrase) : phrase
  return { ...linkTo(told, own, harm, isToll ? 'toll' : 'noun', 0), listed: true }
}

/** What may befall the wounded, the missing and the displaced. */
const MAY_BEFALL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['killed', new Set(['injured', 'displaced', 'missing'])],
  ['injured', new Set(['displaced'])],
  ['abducted', new Set(['injured', 'displaced'])],
])

const NEAR = 4
const DWELL = 10

/** One dead or wounded without a number counts at the head of a line, behind "fell" and the like, and in a list. */
const isTold = (view: ArabicView, phrase: PeoplePhrase, links: readonly Link[], first: number): boolean => {
  if (phrase.first === first) return true
  if (isSmall(view, phrase.first - 1, 'fall') || isSmall(view, phrase.first - 2, 'fall')) return true
  const before = links[links.length - 1]
  return before !== undefined && isAnd(view, phrase.first - 1) && phrase.first - 1 === before.phrase.last
}

/** How far before a toll the verb may stand that says it is more. */
const EXCEEDED_WITHIN = 3

/** "تجاوزت حصيلة القتلى 1200" */
export const isExceeded = (view: ArabicView, trigger: Trigger): boolean =>
  hasBefore(view, trigger.first, EXCEEDED_WITHIN, 'exceeds')

/** A number that a toll is said to exceed. */
export const exceeded = (phrase: PeoplePhrase): PeoplePhrase =>
  phrase.hedge === 'exact' && phrase.low !== null
    ? { ...phrase, low: phrase.low + 1, high: null, hedge: 'more_than' }
    : phrase
