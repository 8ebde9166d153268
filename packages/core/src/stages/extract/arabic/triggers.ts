import type { Metric } from '../../../model/claim.ts'
import { type ArabicView, isArticle, isSmall } from './arabic-view.ts'
import type { HarmWord } from './arabic-words.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** A word that says what happened to people told before or behind it; half-open token range. */
export interface Trigger {
  readonly first: number
  readonly last: number
  readonly metric: Metric
  /** noun: the people themselves, told with the article or as many, so that a number may be of them · toll: a running number */
  readonly form: HarmWord['form'] | 'toll'
  readonly word: HarmWord | null
}

/** A word that must follow does so within so many tokens. */
const NEEDED_WITHIN = 14

/** The words of harm in a sentence that are no part of a number phrase, in their order, and words for a toll. */
export const triggersIn = (
  view: ArabicView,
  first: number,
  last: number,
  phrases: readonly PeoplePhrase[],
): readonly Trigger[] => {
  const taken = new Set<number>()
  for (const phrase of phrases) for (let at = phrase.first; at < phrase.last; at++) taken.add(at)
  const found: Trigger[] = []
  for (let at = first; at < last; at++) {
    const trigger = taken.has(at) ? null : triggerAt(view, at, last)
    if (trigger === null) continue
    found.push(trigger)
    at = trigger.last - 1
  }
  return found
}

const triggerAt = (view: ArabicView, at: number, end: number): Trigger | null => {
  const found = view.harm.get(at)
  if (found === undefined || found.last > end)
    return isSmall(view, at, 'toll') && isRunning(view, at) ? tollAt(at) : null
  const word =
    found.value.find(({ needs }) => needs.size > 0 && follows(view, needs, found.last, end)) ??
    found.value.find(
      ({ needs, form }) =>
        needs.size === 0 &&
        !(form === 'noun' && found.value.some((one) => one.form === 'masdar') && !isArticle(view, at - 1)),
    )
  if (word === undefined) return null
  // "their killing" tells of people told before, "he killed them" of nobody counted here.
  if (word.form !== 'noun' && view.tokens[found.last]?.tag === 'PRON') return null
  return { first: at, last: found.last, metric: word.metric, form: word.form, word }
}

const tollAt = (at: number): Trigger => ({ first: at, last: at + 1, metric: 'killed', form: 'toll', word: null })

/** A toll by name; "number of" is one of people only where a word of harm follows. */
const isRunning = (view: ArabicView, at: number): boolean => isSmall(view, at, 'running')

const follows = (view: ArabicView, words: ReadonlySet<string>, from: number, end: number): boolean => {
  for (let at = from; at < Math.min(end, from + NEEDED_WITHIN); at++) {
    const token = view.tokens[at]
    const joined = (token?.lower ?? '') + (view.tokens[at + 1]?.tag === 'PRON' ? view.tokens[at + 1]?.lower : '')
    if (token !== undefined && (words.has(token.lower) || words.has(joined) || words.has(withArticle(token.lower))))
      return true
  }
  return false
}

const withArticle = (word: string): string => `\u0627\u0644${word}`

/** Whether an item of a sentence is a word of harm, and no number. */
export const isTrigger = (item: PeoplePhrase | Trigger): item is Trigger => 'form' in item

/** A verb that those before it never do to others: "were wounded", "fled", "died". */
export const isDoneOnly = ({ word }: Trigger): boolean =>
  word?.frames.has('passive') === true || word?.frames.has('flee') === true
