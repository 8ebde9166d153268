import { type ArabicView, isAnd, isSmall } from './arabic-view.ts'
import { denialsIn } from './denials.ts'
import { type Current, gap, governs, isConstruct } from './governs.ts'
import type { Link } from './link.ts'
import { linkBehind } from './link-behind.ts'
import { linkTo } from './link-to.ts'
import { exceeded, isExceeded, ownHarm } from './own-harm.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readPeople } from './read-people.ts'
import { takeShares } from './shares.ts'
import { isDoneOnly, isTrigger, type Trigger, triggersIn } from './triggers.ts'

/** The numbers of people that a stretch of tokens (a sentence) ties to a harm, in its order. */
export const linkSentence = (view: ArabicView, first: number, last: number): readonly Link[] => {
  const phrases = readPeople(view, first, last)
  const triggers = triggersIn(view, first, last, phrases)
  if (triggers.length === 0 && phrases.every(({ harm }) => harm === null)) return []
  const shares = takeShares(view, phrases, last)
  const open = phrases.filter((phrase) => !shares.taken.has(phrase))
  const links = linkAll(view, first, open, triggers)
  const denials = denialsIn(view, first, triggers)
  return [...shares.apply(links), ...denials].sort((a, b) => a.phrase.first - b.phrase.first)
}

const linkAll = (
  view: ArabicView,
  first: number,
  phrases: readonly PeoplePhrase[],
  triggers: readonly Trigger[],
): readonly Link[] => {
  const items = [...phrases, ...triggers].sort((a, b) => a.first - b.first)
  const links: Link[] = []
  let current: Current | null = null
  let waiting: PeoplePhrase | null = null
  items.forEach((item, i) => {
    if (isTrigger(item)) {
      const link: Link | null = waiting === null ? null : linkBehind(view, waiting, item, items[i + 1])
      if (link !== null) links.push(link)
      current = next(view, item, current)
      waiting = null
      return
    }
    const after = items[i + 1]
    const link = linkOf(view, item, after, current, links, first)
    if (link === 'agent') return
    if (link === null) {
      waiting = item
      return
    }
    links.push(link)
    waiting = null
    current = current === null ? null : { ...current, from: item.last, count: current.count + 1 }
  })
  return links
}

/** "مقتل وإصابة 20": two words of harm before one number are one, undivided. */
const next = (view: ArabicView, trigger: Trigger, before: Current | null): Current => {
  const joined =
    before !== null &&
    before.count === 0 &&
    before.trigger.form === trigger.form &&
    trigger.form !== 'noun' &&
    before.trigger.last + 1 === trigger.first &&
    (isAnd(view, before.trigger.last) || isSmall(view, before.trigger.last, 'or')) &&
    before.metric !== trigger.metric &&
    HURT.has(before.metric) &&
    HURT.has(trigger.metric)
  return { trigger, from: trigger.last, count: 0, metric: joined ? 'killed_or_injured' : trigger.metric }
}

const HURT = new Set<Trigger['metric']>(['killed', 'injured'])

const linkOf = (
  view: ArabicView,
  phrase: PeoplePhrase,
  after: PeoplePhrase | Trigger | undefined,
  current: Current | null,
  links: readonly Link[],
  first: number,
): Link | 'agent' | null => {
  if (phrase.kind === 'thing') return null
  if (phrase.harm !== null) return ownHarm(view, phrase, current, links, first)
  if (current === null || !governs(view, current, phrase)) return null
  if (isAgent(view, current, phrase, after)) return 'agent'
  const { trigger, metric } = current
  if (trigger.word?.frames.has('intransitive') === true && isOfSomebody(view, current, phrase)) return null
  const apart = gap(current, phrase)
  const rule = ruleOf(view, trigger, apart)
  const listed = current.count > 0
  return linkTo(
    rule === 'toll' && isExceeded(view, trigger) ? exceeded(phrase) : phrase,
    trigger,
    metric,
    listed ? `${rule}-list` : rule,
    Math.min(apart, 8) + (phrase.kind === 'unknown' ? 3 : 0),
    listed,
  )
}

/** A noun of the harmed right before a number is as a noun of the deed; told apart from it, of a running toll. */
const ruleOf = (view: ArabicView, trigger: Trigger, apart: number): string => {
  if (trigger.form === 'noun') return apart === 0 && isConstruct(view, trigger) ? 'masdar' : 'toll'
  return trigger.form
}

/** "فقدت العائلة ثلاثة", "فقد 12 شخصا منازلهم": somebody lost them, or they lost something; they are not missing. */
const isOfSomebody = (view: ArabicView, current: Current, phrase: PeoplePhrase): boolean =>
  (current.count === 0 && gap(current, phrase) > 0) || hasObject(view, phrase.last)

const hasObject = (view: ArabicView, at: number): boolean =>
  view.tokens[at]?.tag === 'DET' || view.tokens[at + 1]?.tag === 'PRON'

/** "قتل ثلاثة مسلحين خمسة مدنيين": of two numbers with nothing between, the first did it to the second. */
const isAgent = (
  view: ArabicView,
  current: Current,
  phrase: PeoplePhrase,
  after: PeoplePhrase | Trigger | undefined,
): boolean => {
  const { trigger, count } = current
  if (trigger.form !== 'verb' || count > 0 || after === undefined || isTrigger(after)) return false
  if (after.kind === 'thing' || after.kind === 'bare' || after.kind === 'unknown' || after.harm !== null) return false
  return after.first === phrase.last && !isDoneOnly(trigger) && view.tokens[phrase.last]?.tag !== 'PUNCT'
}
