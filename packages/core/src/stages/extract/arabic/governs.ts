import { type ArabicView, hasBefore, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import type { Trigger } from './triggers.ts'

/** The word of harm that reaches forward, how far it has come, and how many it has got. */
export interface Current {
  readonly trigger: Trigger
  readonly from: number
  readonly count: number
  readonly metric: Trigger['metric']
}

/** How far a word of harm reaches to its first number, by its form and by what the number counts. */
const REACH = { verb: 14, masdar: 7, noun: 10, toll: 24 } as const
const REACH_BARE = 3

/** Whether a word of harm told before is of this number. */
export const governs = (view: ArabicView, current: Current, phrase: PeoplePhrase): boolean => {
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
  if (gap === 0 && count === 0 && isConstruct(view, trigger)) return true
  if (phrase.kind === 'one' || phrase.kind === 'two' || phrase.kind === 'unknown' || count > 0) return false
  const reach = trigger.form === 'toll' ? REACH.toll : REACH.noun
  if (gap > reach) return false
  if (gap === 0) return isRunningTold(view, trigger)
  const before = phrase.first - 1
  return isSmall(view, before, 'tie') || lowerAt(view, before) === ':'
}

const NEAR = 4

/** "the dead 14": a number right behind is theirs where a number of them is spoken of. */
export const isRunningTold = (view: ArabicView, trigger: Trigger): boolean =>
  hasBefore(view, trigger.first, NEAR, 'toll') || hasBefore(view, trigger.first, NEAR, 'tie')

/** "جثث 12 شخصا", "جثتي امرأتين": the bodies of 12, of two. */
export const isConstruct = (view: ArabicView, { form, word, first }: Trigger): boolean =>
  form === 'noun' && word?.number !== 'one' && !isArticle(view, first - 1)

/** "nine in A, six in B": another number under the same word, behind "and" or a comma. */
const isListed = (view: ArabicView, phrase: PeoplePhrase, gap: number): boolean => {
  const joined = isAnd(view, phrase.first - 1) || LISTS.has(lowerAt(view, phrase.first - 1))
  if (!joined || phrase.kind === 'unknown') return false
  if (phrase.kind === 'one') return gap <= 4
  if (phrase.kind === 'bare') return phrase.more || isPreposition(view, phrase.last) || gap <= 1
  return gap <= REACH.verb
}

export const COMMAS = new Set([',', '\u060c'])
const LISTS = new Set([...COMMAS, ':'])

export const isPreposition = (view: ArabicView, at: number): boolean =>
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

/** Tokens between a word of harm, or its last number, and the next. */
export const gap = (current: Current, phrase: PeoplePhrase): number => Math.max(0, phrase.first - current.from)
