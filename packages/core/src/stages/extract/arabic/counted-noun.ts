import type { Group, Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { type ArabicView, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { PersonWord } from './arabic-words.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** A number phrase of which nothing is known but the number. */
export const NOBODY = {
  status: null,
  groups: {},
  civilian: false,
  kin: false,
  unit: 'person',
  more: false,
  harm: null,
  definite: false,
} as const

/** The noun behind a number: "12 شخصا", "12 من المدنيين", "الجنود الـ12", "12 آخرون", "12 منزلا". */
export const withNoun = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  let at = phrase.last
  const hedged = view.hedges.get(at)
  if (hedged !== undefined && hedged.value.side !== 'before' && hedged.last < end) at = hedged.last
  const of = isSmall(view, at, 'of')
  if (of) at++
  const definite = isArticle(view, at)
  if (definite) at++
  const harm = view.harm.get(at)?.value.find(({ form }) => form === 'noun')
  const person = view.persons.get(at)
  if (harm !== undefined && at < end)
    return { ...phrase, kind: 'number', last: view.harm.get(at)?.last ?? at + 1, harm: harm.metric, definite }
  if (person !== undefined && at < end)
    return { ...peopleOf(phrase, person.value), kind: 'number', last: person.last, definite }
  if (of && !definite && at === phrase.last + 1 && isSmall(view, at, 'prep')) return phrase
  if ((view.words.things.has(lowerAt(view, at)) && (definite || !of)) || lowerAt(view, at) === '%' || isShare(view, at))
    return { ...phrase, kind: 'thing', last: at + 1 }
  if (of) return phrase
  return isUnknownNoun(view, at, end) ? { ...phrase, kind: 'unknown', last: at + 1 } : phrase
}

/** "12 في المئة": what follows the preposition is a hundred. */
const isShare = (view: ArabicView, at: number): boolean => {
  if (!isSmall(view, at, 'prep') && view.tokens[at]?.tag !== 'ADP') return false
  const next = isArticle(view, at + 1) ? at + 2 : at + 1
  return view.numbers.get(next)?.value.kind === 'hundred' && isArticle(view, at + 1)
}

/** A word behind a number of which nothing is known: most likely what is counted. */
export const isUnknownNoun = (view: ArabicView, at: number, end: number): boolean => {
  const token = view.tokens[at]
  if (token === undefined || at >= end || token.tag !== 'X') return false
  return (
    !view.words.small.has(token.lower) &&
    !view.harm.has(at) &&
    !view.markers.has(at) &&
    !view.hedges.has(at) &&
    !isCue(view, at)
  )
}

/** Words that begin something else: of saying, of time. */
const isCue = (view: ArabicView, at: number): boolean => view.words.cues.has(lowerAt(view, at))

/** A number phrase as a noun of person makes it. */
export const peopleOf = (phrase: PeoplePhrase, person: PersonWord): PeoplePhrase => ({
  ...phrase,
  status: person.status,
  groups: person.group === null ? {} : groupOf(person.group, phrase),
  civilian: person.kind === 'civilian',
  kin: person.kind === 'kin',
  more: phrase.more || person.kind === 'other',
  unit: person.kind === 'family' ? 'family' : 'person',
})

const groupOf = (group: Group, { low, high, vague }: PeoplePhrase): Groups => ({
  [group]: vague === null ? { low, high } : UNCOUNTED,
})

const UNCOUNTED: Bounds = { low: null, high: null }
