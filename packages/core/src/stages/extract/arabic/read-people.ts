import type { Group, Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { CONSTRUCT_DUAL } from '../../../text/arabic/forms.ts'
import { type ArabicView, isAnd, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { HarmWord, PersonWord } from './arabic-words.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readAmount } from './read-amount.ts'
import { readNumeral } from './read-numeral.ts'
import { sumOfPersons } from './sum-of-persons.ts'

/** The people that a stretch of tokens counts, in its order. */
export const readPeople = (view: ArabicView, first: number, last: number): readonly PeoplePhrase[] => {
  const found: PeoplePhrase[] = []
  for (let at = first; at < last; ) {
    const phrase = readPhrase(view, at, last)
    if (phrase === null) at++
    else {
      found.push(phrase)
      at = Math.max(phrase.last, at + 1)
    }
  }
  return sumOfPersons(view, found)
}

const readPhrase = (view: ArabicView, at: number, end: number): PeoplePhrase | null =>
  readCounted(view, at, end) ?? readUncounted(view, at, end)

/** A number, and the noun that it counts. */
const readCounted = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const amount = readAmount(view, at, end)
  if (amount === null) return null
  const before = { ...NOBODY, ...amount, kind: 'bare' as const }
  return withTail(view, withNoun(view, before, end), end)
}

const NOBODY = {
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
const withNoun = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  let at = phrase.last
  const hedged = view.hedges.get(at)
  if (hedged !== undefined && hedged.value.side !== 'before' && hedged.last < end) at = hedged.last
  const of = lowerAt(view, at) === OF
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

const OF = '\u0645\u0646'

/** "12 في المئة": what follows the preposition is a hundred. */
const isShare = (view: ArabicView, at: number): boolean => {
  if (!isSmall(view, at, 'prep') && view.tokens[at]?.tag !== 'ADP') return false
  const next = isArticle(view, at + 1) ? at + 2 : at + 1
  return view.numbers.get(next)?.value.kind === 'hundred' && isArticle(view, at + 1)
}

/** A word behind a number of which nothing is known: most likely what is counted. */
const isUnknownNoun = (view: ArabicView, at: number, end: number): boolean => {
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

const peopleOf = (phrase: PeoplePhrase, person: PersonWord): PeoplePhrase => ({
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

/** What follows a noun: "others", an adjective of status or nation, a hedge, "between dead and wounded". */
const withTail = (view: ArabicView, start: PeoplePhrase, end: number): PeoplePhrase => {
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

/** "رجال مسلحين", "طفلا رضيعا", "نساء مسنات": a second noun right behind, of the same gender and case, says more of the first. */
const isAdjective = (view: ArabicView, phrase: PeoplePhrase, person: PersonWord, at: number): boolean => {
  if (phrase.unit !== 'person' || person.kind === 'kin' || person.kind === 'family' || person.kind === 'other')
    return false
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
export const opened = (groups: Groups): Groups =>
  Object.fromEntries(Object.entries(groups).map(([group, { low }]) => [group, { low, high: null }]))

/** "12 بين قتيل وجريح", "12 قتيلا وجريحا": so many dead and injured, undivided. */
const divided = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  const between = lowerAt(view, phrase.last) === BETWEEN
  const from = between ? phrase.last + 1 : phrase.last
  const first = between ? harmNoun(view, from) : phrase.harm === null ? null : { last: phrase.last, word: null }
  if (first === null || !isAnd(view, first.last)) return phrase
  const at = isArticle(view, first.last + 1) ? first.last + 2 : first.last + 1
  const second = harmNoun(view, at)
  if (second === null || second.last > end) return phrase
  if (!between && (second.word.metric === phrase.harm || second.word.number === 'two')) return phrase
  return { ...phrase, harm: 'killed_or_injured', kind: 'number', last: second.last }
}

const BETWEEN = '\u0628\u064a\u0646'

const harmNoun = (view: ArabicView, at: number): { readonly last: number; readonly word: HarmWord } | null => {
  const found = view.harm.get(at)
  const word = found?.value.find(({ form }) => form === 'noun')
  return found === undefined || word === undefined ? null : { last: found.last, word }
}

/** "عائلة من خمسة أفراد" is five people; "خمسة أفراد من عائلة واحدة" are civilians. */
const familyOf = (view: ArabicView, phrase: PeoplePhrase, end: number): PeoplePhrase => {
  if (phrase.unit !== 'family') {
    const at = lowerAt(view, phrase.last) === OF ? phrase.last + 1 : phrase.last
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

/** Nouns that count by themselves: a dual, a singular, "her three children", "one of the soldiers". */
const readUncounted = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  if (isSmall(view, at - 1, 'any')) return null
  const one = readOneOf(view, at, end)
  if (one !== null) return one
  if (isArticle(view, at - 1)) return readDefinite(view, at, end) ?? readNamed(view, at, end)
  const noun = loneNoun(view, at)
  const found = view.persons.get(at)
  const last = noun?.last ?? found?.last ?? end + 1
  if (last > end) return null
  const number = noun?.word.number ?? found?.value.number ?? 'many'
  if (number === 'many') return readSuffixed(view, at, end) ?? readPair(view, at, end)
  const count = number === 'two' ? 2 : 1
  if (count === 2 && lowerAt(view, last - 1).endsWith(CONSTRUCT_DUAL) && view.tokens[last]?.tag !== 'PRON') return null
  const amount = { ...NOBODY, ...exactly(count, at, withOnes(view, last, count)), kind: number }
  if (noun !== null) return divided(view, { ...amount, harm: noun.word.metric }, end)
  if (found === undefined || found.value.number === 'many') return null
  return withTail(view, peopleOf(amount, found.value), end)
}

/** A noun of harm that is no noun of the deed as well ("إصابة"). */
const loneNoun = (view: ArabicView, at: number): ReturnType<typeof harmNoun> =>
  view.harm.get(at)?.value.some(({ form }) => form === 'masdar') === true ? null : harmNoun(view, at)

const exactly = (count: number, first: number, last: number) =>
  ({ first, from: first, last, low: count, high: count, hedge: 'exact', vague: null, crowd: false }) as const

/** "شخص واحد", "شخصان اثنان": the number said again behind its noun. */
const withOnes = (view: ArabicView, last: number, count: number): number => {
  const word = view.numbers.get(last)?.value
  return word?.kind === 'unit' && word.value === count ? last + 1 : last
}

/** "مدنيين اثنين" */
const readPair = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const found = view.persons.get(at)
  const word = found === undefined ? undefined : view.numbers.get(found.last)?.value
  if (found === undefined || word?.kind !== 'unit' || word.value !== 2 || found.last + 1 > end) return null
  return withTail(view, peopleOf({ ...NOBODY, ...exactly(2, at, found.last + 1), kind: 'number' }, found.value), end)
}

/** "أطفالها الثلاثة" */
const readSuffixed = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const found = view.persons.get(at)
  if (found === undefined || view.tokens[found.last]?.tag !== 'PRON' || !isArticle(view, found.last + 1)) return null
  return numberBehind(view, at, found.value, found.last + 2, end)
}

/** "الجنود الخمسة" */
const readDefinite = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const found = view.persons.get(at)
  if (found === undefined || !isArticle(view, found.last)) return null
  const phrase = numberBehind(view, at, found.value, found.last + 1, end)
  return phrase === null ? null : { ...phrase, definite: true }
}

/** "استشهاد المواطن أحمد": one person told with a name, right behind a word of harm that is not done by those it names. */
const readNamed = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const found = view.persons.get(at)
  const before = view.harm.get(at - 2)
  if (found?.value.number !== 'one' || before?.last !== at - 1 || found.last >= end) return null
  const isDone = before.value.some(
    ({ form, frames }) => form === 'masdar' || (form === 'verb' && (frames.has('flee') || frames.has('passive'))),
  )
  if (!isDone || !isUnknownNoun(view, found.last, end)) return null
  return { ...peopleOf({ ...NOBODY, ...exactly(1, at - 1, found.last), kind: 'one' }, found.value), definite: true }
}

const numberBehind = (
  view: ArabicView,
  first: number,
  person: PersonWord,
  at: number,
  end: number,
): PeoplePhrase | null => {
  const numeral = readNumeral(view, at, end)
  if (numeral === null || numeral.value < 2) return null
  return peopleOf({ ...NOBODY, ...exactly(numeral.value, first, numeral.last), kind: 'number' }, person)
}

/** "أحد عناصر الجيش", "إحدى النساء" */
const readOneOf = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  if (!isSmall(view, at, 'oneof')) return null
  const next = isArticle(view, at + 1) ? at + 2 : at + 1
  const found = view.persons.get(next)
  if (found === undefined || found.value.number !== 'many' || found.last > end) return null
  return withTail(view, peopleOf({ ...NOBODY, ...exactly(1, at, found.last), kind: 'one' }, found.value), end)
}
