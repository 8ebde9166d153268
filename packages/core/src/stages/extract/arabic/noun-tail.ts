import type { Groups } from '../../../model/claim.ts'
import { type ArabicView, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { HarmWord, PersonWord } from './arabic-words.ts'
import { NOBODY, withNoun } from './counted-noun.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readAmount } from './read-amount.ts'

/** What follows a noun: "others", an adjective of status or nation, a hedge, "between dead and wounded". */
export const withTail = (view: ArabicView, start: PeoplePhrase, end: number): PeoplePhrase => {
  let phrase = start
  for (let at = phrase.last; at < end; at = phrase.last) {
    const hedge = view.hedges.get(at)
    const next = isArticle(view, at) && phrase.definite ? at + 1 : at
    const adjective = view.persons.get(next)
    if (isSmall(view, at, 'other')) phrase = { ...phrase, more: true, last: at + 1 }
    else if (hedge !== undefined && hedge.value.side !== 'before' && hedge.last <= end)
      phrase = hedgedBehind(phrase, hedge.value.hedge, hedge.last)
    else if (view.words.nations.has(lowerAt(view, next)) && next < end && !isBare(phrase))
      phrase = { ...phrase, last: next + 1 }
    else if (adjective !== undefined && !isBare(phrase) && isAdjective(view, phrase, adjective.value, next))
      phrase = {
        ...phrase,
        status: adjective.value.status ?? phrase.status,
        civilian: phrase.civilian || adjective.value.kind === 'civilian',
        last: adjective.last,
      }
    else if (view.tokens[at]?.tag === 'PRON') phrase = { ...phrase, last: at + 1 }
    else break
  }
  return familyOf(view, divided(view, phrase, end), end)
}

const isBare = ({ kind }: PeoplePhrase): boolean => kind === 'bare' || kind === 'thing' || kind === 'unknown'

/** The number of a noun of kin that says more of people counted so: "طفلان شقيقان". */
const AGREES: Readonly<Partial<Record<PeoplePhrase['kind'], PersonWord['number']>>> = { two: 'two', number: 'many' }

/** "رجال مسلحين", "طفلا رضيعا", "نساء مسنات": a second noun right behind, of the same gender and case, says more of the first. */
const isAdjective = (view: ArabicView, phrase: PeoplePhrase, person: PersonWord, at: number): boolean => {
  if (phrase.unit !== 'person' || person.kind === 'family' || person.kind === 'other') return false
  if (person.kind === 'kin') return AGREES[phrase.kind] === person.number
  if (phrase.kind === 'number')
    return person.status !== null && (phrase.status === null || person.status === phrase.status)
  const before = lowerAt(view, at - 1)
  return ['\u0647', '\u0627'].every((end) => before.endsWith(end) === lowerAt(view, at).endsWith(end))
}

const hedgedBehind = (phrase: PeoplePhrase, hedge: string, last: number): PeoplePhrase => {
  if (phrase.hedge !== 'exact') return { ...phrase, last }
  if (hedge === 'at_least') return { ...phrase, hedge: 'at_least', high: null, last, groups: opened(phrase.groups) }
  if (hedge === 'at_most') return { ...phrase, hedge: 'at_most', low: 0, last }
  return { ...phrase, hedge: 'about', last }
}

/** "At least five children" are at least five children. */
const opened = (groups: Groups): Groups =>
  Object.fromEntries(Object.entries(groups).map(([group, { low }]) => [group, { low, high: null }]))

/** "12 بين قتيل وجريح", "12 قتيلا وجريحا": so many dead and injured, undivided. */
export const divided = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  const between = isSmall(view, phrase.last, 'between')
  const from = between ? phrase.last + 1 : phrase.last
  const first = between ? harmNoun(view, from) : phrase.harm === null ? null : { last: phrase.last, word: null }
  if (first === null || !isAnd(view, first.last)) return phrase
  const at = isArticle(view, first.last + 1) ? first.last + 2 : first.last + 1
  const second = harmNoun(view, at)
  if (second === null || second.last > end) return phrase
  if (!between && (second.word.metric === phrase.harm || second.word.number === 'two')) return phrase
  return { ...phrase, harm: 'killed_or_injured', kind: 'number', last: second.last }
}

/** The noun of the harmed that stands at a token; null for none. */
export const harmNoun = (view: ArabicView, at: number): { readonly last: number; readonly word: HarmWord } | null => {
  const found = view.harm.get(at)
  const word = found?.value.find(({ form }) => form === 'noun')
  return found === undefined || word === undefined ? null : { last: found.last, word }
}

/** "عائلة من خمسة أفراد" is five people; "خمسة أفراد من عائلة واحدة" are civilians. */
const familyOf = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  if (phrase.unit !== 'family') {
    const at = isSmall(view, phrase.last, 'of') ? phrase.last + 1 : phrase.last
    const family = view.persons.get(isArticle(view, at) ? at + 1 : at)
    if (family?.value.kind !== 'family' || phrase.kind !== 'number') return phrase
    return { ...phrase, status: phrase.status ?? 'civilian', last: family.last }
  }
  if (phrase.low !== 1 || phrase.high !== 1) return phrase
  for (let at = phrase.last; at < Math.min(phrase.last + 3, end); at++) {
    const members = readAmount(view, at, end)
    if (members === null) continue
    const people = withNoun(view, { ...NOBODY, ...members, kind: 'bare' }, end)
    if (people.kind !== 'number' && people.kind !== 'bare') return phrase
    return {
      ...phrase,
      low: people.low,
      high: people.high,
      hedge: people.hedge,
      unit: 'person',
      kind: 'number',
      last: people.last,
    }
  }
  return phrase
}
