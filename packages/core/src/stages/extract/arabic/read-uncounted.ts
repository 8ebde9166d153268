import { type ArabicView, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { PersonWord } from './arabic-words.ts'
import { isUnknownNoun, NOBODY, peopleOf } from './counted-noun.ts'
import { divided, harmNoun, withTail } from './noun-tail.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readNumeral } from './read-numeral.ts'

/** Nouns that count by themselves: a dual, a singular, "her three children", "one of the soldiers". */
export const readUncounted = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  if (isSmall(view, at - 1, 'any')) return null
  const one = readOneOf(view, at, end)
  if (one !== null) return one
  if (isArticle(view, at - 1)) return readDefinite(view, at, end) ?? readNamed(view, at, end)
  const noun = loneNoun(view, at)
  const found = view.persons.get(at)
  const last = noun?.last ?? found?.last ?? end + 1
  if (last > end) return readNational(view, at, end)
  const number = noun?.word.number ?? found?.value.number ?? 'many'
  if (number === 'many') return readSuffixed(view, at, end) ?? readPair(view, at, end)
  const owned = view.tokens[last]?.tag === 'PRON'
  const form = lowerAt(view, last - 1)
  // "طفلاها": with a possessor the accusative of one has no alif, so that this is the nominative of two
  const count = number === 'two' || (owned && form.endsWith(ACCUSATIVE) && form.length > FIVE_NOUNS) ? 2 : 1
  if (count === 2 && !owned && !form.endsWith(DUAL_END)) return null
  const amount = {
    ...NOBODY,
    ...exactly(count, at, withOnes(view, last, count)),
    kind: count === 2 ? ('two' as const) : number,
  }
  if (noun !== null) return divided(view, { ...amount, harm: noun.word.metric }, end)
  if (found === undefined || found.value.number === 'many') return null
  return withTail(view, peopleOf(amount, found.value), end)
}

/** "أباها", "أخاها": the short nouns of kin have an alif in the accusative of one, too. */
const FIVE_NOUNS = 3

const DUAL_END = '\u0646'

/** A noun of harm that is no noun of the deed as well ("إصابة"). */
const loneNoun = (view: ArabicView, at: number): ReturnType<typeof harmNoun> =>
  view.harm.get(at)?.value.some(({ form }) => form === 'masdar') === true ? null : harmNoun(view, at)

/** "قتل فلسطينيا", "مقتل سوري": one of a nation, right behind a word of harm or as the object of a verb. */
const readNational = (view: ArabicView, at: number, end: number): PeoplePhrase | null => {
  const word = lowerAt(view, at)
  const isObject = word.endsWith(ACCUSATIVE) && view.words.nations.has(word.slice(0, -1))
  const before = [...(view.harm.get(at - 1)?.value ?? [])].some(({ form }) => form !== 'noun')
  const two = before && word.endsWith(NOMINATIVE_DUAL) && view.words.nations.has(word.slice(0, -2))
  if (at >= end || !(isObject || two || (before && view.words.nations.has(word)))) return null
  if (view.tokens[at]?.tag !== 'X') return null
  if (/(?:\u0648\u0646|\u064a\u0646)$/u.test(word)) return null
  const amount = { ...NOBODY, ...exactly(two ? 2 : 1, at, at + 1), kind: two ? ('two' as const) : ('one' as const) }
  return withTail(view, amount, end)
}

/** "فلسطينيان": two of a nation. */
const NOMINATIVE_DUAL = '\u0627\u0646'
const ACCUSATIVE = '\u0627'

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
  const isTold =
    isUnknownNoun(view, found.last, end) || (found.value.status === 'combatant' && isSmall(view, found.last, 'prep'))
  if (!isDone || !isTold) return null
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
