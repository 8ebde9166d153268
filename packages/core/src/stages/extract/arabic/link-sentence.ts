import { type ArabicView, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import { denialsIn } from './denials.ts'
import type { Link } from './link.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readPeople } from './read-people.ts'
import { takeShares } from './shares.ts'
import { type Trigger, triggersIn } from './triggers.ts'

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

/** The word of harm that reaches forward, how far it has come, and how many it has got. */
interface Current {
  readonly trigger: Trigger
  readonly from: number
  readonly count: number
  readonly metric: Trigger['metric']
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
      const link: Link | null = waiting === null ? null : behind(view, waiting, item, items[i + 1])
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

const isTrigger = (item: PeoplePhrase | Trigger): item is Trigger => 'form' in item

/** "مقتل وإصابة 20": two words of harm before one number are one, undivided. */
const next = (view: ArabicView, trigger: Trigger, before: Current | null): Current => {
  const joined =
    before !== null &&
    before.count === 0 &&
    before.trigger.form === trigger.form &&
    trigger.form !== 'noun' &&
    before.trigger.last + 1 === trigger.first &&
    (isAnd(view, before.trigger.last) || lowerAt(view, before.trigger.last) === OR) &&
    before.metric !== trigger.metric &&
    HURT.has(before.metric) &&
    HURT.has(trigger.metric)
  return { trigger, from: trigger.last, count: 0, metric: joined ? 'killed_or_injured' : trigger.metric }
}

const OR = '\u0627\u0648'
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
  if (trigger.word?.frames.has('intransitive') === true && hasObject(view, phrase.last)) return null
  const rule = trigger.form === 'toll' || trigger.form === 'noun' ? 'toll' : trigger.form
  const gap = Math.max(0, phrase.first - current.from)
  const listed = current.count > 0
  return linkTo(
    phrase,
    trigger,
    metric,
    listed ? `${rule}-list` : rule,
    Math.min(gap, 8) + (phrase.kind === 'unknown' ? 3 : 0),
    listed,
  )
}

/** "فقد 12 شخصا منازلهم": they lost something, they are not lost. */
const hasObject = (view: ArabicView, at: number): boolean =>
  view.tokens[at]?.tag === 'DET' || view.tokens[at + 1]?.tag === 'PRON'

const linkTo = (
  phrase: PeoplePhrase,
  trigger: Trigger,
  metric: Trigger['metric'],
  rule: string,
  cost: number,
  listed = false,
): Link => ({
  phrase,
  trigger: { first: trigger.first, last: trigger.last },
  metric,
  rule,
  cost,
  groups: {},
  status: null,
  partial: null,
  listed,
  custody: trigger.word?.frames.has('custody') ?? false,
  denied: false,
})

/** "12 قتيلا": the noun says it all; but "وفاة ثلاثة جرحى" are three dead. */
const ownHarm = (
  view: ArabicView,
  phrase: PeoplePhrase,
  current: Current | null,
  links: readonly Link[],
  first: number,
): Link | null => {
  const { harm } = phrase
  if (harm === null || (phrase.kind === 'one' && !isTold(view, phrase, links, first))) return null
  if (harm === 'displaced' && within(view, phrase.first, DWELL, 'dwell')) return null
  if (within(view, phrase.first, NEAR, 'release')) return null
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
  return { ...linkTo(phrase, own, harm, isToll ? 'toll' : 'noun', 0), listed: true }
}

/** What may befall the wounded, the missing and the displaced. */
const MAY_BEFALL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['killed', new Set(['injured', 'displaced', 'missing'])],
  ['injured', new Set(['displaced'])],
  ['abducted', new Set(['injured', 'displaced'])],
])

const NEAR = 4
const DWELL = 10

const within = (view: ArabicView, at: number, reach: number, kind: string): boolean => {
  const sentence = view.tokens[at]?.sentence
  for (let i = at - 1; i >= at - reach && view.tokens[i]?.sentence === sentence; i--)
    if (isSmall(view, i, kind)) return true
  return false
}

/** One dead or wounded without a number counts at the head of a line, behind "fell" and the like, and in a list. */
const isTold = (view: ArabicView, phrase: PeoplePhrase, links: readonly Link[], first: number): boolean => {
  if (phrase.first === first) return true
  if (isSmall(view, phrase.first - 1, 'fall') || isSmall(view, phrase.first - 2, 'fall')) return true
  const before = links[links.length - 1]
  return before !== undefined && isAnd(view, phrase.first - 1) && phrase.first - 1 === before.phrase.last
}

/** How far a word of harm reaches to its first number, by its form and by what the number counts. */
const REACH = { verb: 14, masdar: 7, noun: 10, toll: 24 } as const
const REACH_BARE = 3

/** Whether a word of harm told before is of this number. */
const governs = (view: ArabicView, current: Current, phrase: PeoplePhrase): boolean => {
  const { trigger, from, count } = current
  const gap = phrase.first - from
  if (gap < 0 || isBlocked(view, from, phrase.first, count > 0)) return false
  if (trigger.form === 'noun' || trigger.form === 'toll') return isTied(view, trigger, phrase, gap, count)
  if (count > 0) return isListed(view, phrase, gap)
  if (gap > REACH[trigger.form]) return false
  if (gap > 0 && isPreposition(view, phrase.first - 1)) return false
  if (phrase.kind === 'unknown') return gap === 0 && trigger.word?.frames.has('person') !== true
  if (phrase.kind === 'bare') return gap <= REACH_BARE && !hasPreposition(view, from, phrase.first)
  if (trigger.form === 'masdar' && hasPreposition(view, from, phrase.first)) return false
  if (phrase.kind !== 'one') return true
  return gap <= 1 ? !isPreposition(view, phrase.first - 1) : isObject(view, phrase) && gap <= REACH.masdar
}

/** An accusative, or a feminine that may be one: the object of a verb whose subject stands between. */
const isObject = (view: ArabicView, phrase: PeoplePhrase): boolean =>
  /[\u0627\u0647]$/.test(lowerAt(view, phrase.last - 1))

/** "ارتفعت حصيلة القتلى إلى 14", "بلغ عدد القتلى 14", "القتلى: 14". */
const isTied = (view: ArabicView, trigger: Trigger, phrase: PeoplePhrase, gap: number, count: number): boolean => {
  if (phrase.kind === 'one' || phrase.kind === 'two' || phrase.kind === 'unknown' || count > 0) return false
  const reach = trigger.form === 'toll' ? REACH.toll : REACH.noun
  if (gap > reach) return false
  if (gap === 0) return isRunningTold(view, trigger) || isConstruct(view, trigger)
  const before = phrase.first - 1
  return isSmall(view, before, 'tie') || lowerAt(view, before) === ':'
}

/** "the dead 14": a number right behind is theirs where a number of them is spoken of. */
const isRunningTold = (view: ArabicView, trigger: Trigger): boolean =>
  within(view, trigger.first, NEAR, 'toll') || within(view, trigger.first, NEAR, 'tie')

/** "جثث 12 شخصا": the bodies of 12. */
const isConstruct = (view: ArabicView, { form, word, first }: Trigger): boolean =>
  form === 'noun' && word?.number === 'many' && !isArticle(view, first - 1)

/** "nine in A, six in B": another number under the same word, behind "and" or a comma. */
const isListed = (view: ArabicView, phrase: PeoplePhrase, gap: number): boolean => {
  const joined = isAnd(view, phrase.first - 1) || LISTS.has(lowerAt(view, phrase.first - 1))
  if (!joined || phrase.kind === 'unknown') return false
  if (phrase.kind === 'one') return gap <= 4
  if (phrase.kind === 'bare') return phrase.more || isPreposition(view, phrase.last) || gap <= 1
  return gap <= REACH.verb
}

const COMMAS = new Set([',', '\u060c'])
const LISTS = new Set([...COMMAS, ':'])

const isPreposition = (view: ArabicView, at: number): boolean =>
  view.tokens[at]?.tag === 'ADP' || isSmall(view, at, 'prep')

const hasPreposition = (view: ArabicView, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (isPreposition(view, at) && view.tokens[at + 1]?.tag !== 'PRON') return true
  return false
}

const STOPS = new Set([':', ';', '\u061b', '.', '!', '\u061f'])

/** Another clause begins between: a relative, "while", "that", a full stop. */
const isBlocked = (view: ArabicView, from: number, to: number, lists: boolean): boolean => {
  for (let at = from; at < to; at++) {
    if (isSmall(view, at, 'relative', 'clause', 'that', 'negation')) return true
    if (STOPS.has(lowerAt(view, at)) && !(lowerAt(view, at) === ':' && (at === to - 1 || lists))) return true
  }
  return false
}

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

/** A verb that those before it never do to others: "were wounded", "fled", "died". */
const isDoneOnly = ({ word }: Trigger): boolean =>
  word?.frames.has('passive') === true || word?.frames.has('flee') === true

/** How many tokens may stand between people and the verb or noun that says of them what happened. */
const BEHIND = 6

/** "خمسة أشخاص قتلوا", "تسعة أشخاص في عداد المفقودين"; not "ثلاثة مسلحين قتلوا خمسة مدنيين", who did it. */
const behind = (
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

const TALLY = '\u0639\u062f\u0627\u062f'
const STILL = new Set([
  '\u064a\u0632\u0627\u0644\u0648\u0646',
  '\u0632\u0627\u0644\u0648\u0627',
  '\u0632\u0627\u0644',
  '\u064a\u0632\u0627\u0644',
  '\u0645\u0627',
  '\u0644\u0627',
])

const isPassedOver = (view: ArabicView, at: number, form: Trigger['form']): boolean => {
  if (isSmall(view, at, 'aux', 'may', 'adverb') || COMMAS.has(lowerAt(view, at))) return true
  if (form !== 'noun') return false
  return (
    view.tokens[at]?.tag === 'DET' ||
    lowerAt(view, at) === TALLY ||
    isSmall(view, at, 'prep') ||
    STILL.has(lowerAt(view, at))
  )
}
