import { matchPhrase } from '../words/phrase-book.ts'
import { is, personNoun, touchesNext, type View } from '../words/view.ts'
import type { Numeral } from './numeral.ts'
import type { CountedNoun } from './read-noun.ts'
import type { TriggerAt } from './trigger-at.ts'

const FIRST_YEAR = 1800
const LAST_YEAR = 2100
/** From here on a number after a month is its year, or one run together with it ("082017"). */
const LEAST_YEAR = 1000

/** Whether a numeral is a date, an age, a year, money, a share, a name's number or part of a longer code, not a count. */
export const isVetoed = (view: View, numeral: Numeral, counted: CountedNoun, triggerAt: TriggerAt): boolean => {
  if (isGlued(view, numeral) || isAgeLimit(view, numeral) || isAgeOfOne(view, numeral)) return true
  if (isLeftOut(view, numeral) || isByTurns(view, numeral) || isAgeBeside(view, numeral, counted)) return true
  const { before, after, month } = view.words.numbers.vetoes
  const previous = view.tokens[listStart(view, numeral.first) - 1]?.lower ?? ''
  const next = view.tokens[numeral.last]?.lower ?? ''
  if (after.has(next) || before.has(previous) || isOfVetoed(view, numeral, before)) return true
  if (
    numeral.digits &&
    (month.has(next) || (month.has(previous) && (counted.kind !== 'person' || numeral.low >= LEAST_YEAR)))
  )
    return true
  if (numeral.digits && isYear(view, numeral) && counted.noun?.number === 'singular') return true
  if (counted.kind === 'bare' && isOffspring(view, numeral)) return true
  // "became the 71 soldier killed": which one, though written without its ending
  if (
    numeral.digits &&
    numeral.low > 1 &&
    counted.noun?.number === 'singular' &&
    is(view, numeral.first - 1, 'definite')
  )
    return true
  if (
    isSpokenYear(view, numeral) ||
    isYears(view, numeral) ||
    (counted.noun?.number === 'singular' && isNameWord(view, numeral))
  )
    return true
  if (counted.kind === 'counted' && numeral.digits && isYear(view, numeral) && (counted.head ?? 0) > numeral.last)
    return true
  if (counted.kind === 'person' || counted.kind === 'counted') return false
  return numeral.digits && (isYear(view, numeral) || isNameNumber(view, numeral, triggerAt) || isAge(view, numeral))
}

/** "10-year-old", "F-16", "12/4": glued to more characters on either side. */
const isGlued = (view: View, numeral: Numeral): boolean => {
  const after = view.tokens[numeral.last]
  const hedged = matchPhrase(view.words.numbers.after, view.tokens, numeral.last, numeral.last + 2) !== null
  if (!hedged && touchesNext(view, numeral.last - 1) && after?.tag === 'PUNCT' && touchesNext(view, numeral.last))
    return true
  const before = view.tokens[numeral.first - 1]
  if (!numeral.digits || before === undefined || !touchesNext(view, numeral.first - 1)) return false
  return before.tag === 'SYM' || touchesNext(view, numeral.first - 2)
}

/** "a teacher and father of three": the children of one who is told of. */
const isOffspring = (view: View, { first }: Numeral): boolean => {
  const parent = personNoun(view, first - 2)
  return is(view, first - 1, 'of') && parent?.kind === 'kin' && parent.number === 'singular'
}

/** "one by one", "two by two": the same number on both sides tells the manner. */
const isByTurns = (view: View, { first, last }: Numeral): boolean => {
  const own = view.tokens[first]?.lower
  if (last !== first + 1) return false
  return (
    (is(view, last, 'to') && view.tokens[last + 1]?.lower === own) ||
    (is(view, first - 1, 'to') && view.tokens[first - 2]?.lower === own)
  )
}

/** "204 people, all but 14 of whom are civilians": those whom a word for all leaves out. */
const isLeftOut = (view: View, { first }: Numeral): boolean =>
  view.words.numbers.vetoes.except.has(view.tokens[first - 1]?.lower ?? '') && is(view, first - 2, 'all')

/** "under the age of two" */
const isOfVetoed = (view: View, numeral: Numeral, before: ReadonlySet<string>): boolean =>
  is(view, numeral.first - 1, 'of') &&
  before.has(view.tokens[numeral.first - 2]?.lower ?? '') &&
  !is(view, numeral.first - 2, 'tally')

/** "children under 12": beside a noun of persons a bound and a bare number are an age. */
const isAgeLimit = (view: View, { first, last }: Numeral): boolean => {
  const hedge = matchPhrase(view.words.numbers.before, view.tokens, first - 1, first)?.value
  if (hedge !== 'less_than' && hedge !== 'more_than') return false
  const tag = view.tokens[last]?.tag
  return personNoun(view, first - 2) !== undefined && tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'NUM'
}

const isYear = (view: View, numeral: Numeral): boolean => {
  const text = view.tokens[numeral.first]?.text ?? ''
  return text.length === 4 && !text.includes(',') && numeral.low >= FIRST_YEAR && numeral.low <= LAST_YEAR
}

/** "nineteen eighty eight": a year written as it is spoken, in two numbers side by side. */
const isSpokenYear = (view: View, { first, last, low, digits }: Numeral): boolean => {
  if (digits) return false
  const value = (at: number): number | undefined => view.words.numbers.single.get(view.tokens[at]?.lower ?? '')?.value
  const isTens = (n: number | undefined): boolean => n !== undefined && n >= 10 && n < 100
  return (
    (isCentury(value(first - 1)) && isTens(low)) ||
    (isCentury(low) && isTens(value(last))) ||
    (isCentury(value(first - 2)) && isTens(value(first - 1)) && low < 10)
  )
}

const isCentury = (value: number | undefined): boolean => value !== undefined && value >= 18 && value <= 20

/** "the 1979-1981 crisis": from one year to another. */
const isYears = (view: View, { first, last, low, high, digits }: Numeral): boolean =>
  digits &&
  low < high &&
  low >= FIRST_YEAR &&
  high <= LAST_YEAR &&
  /^\d{4}\D/.test(view.text.content.slice(view.tokens[first]?.start, view.tokens[last - 1]?.end))

/** "a veteran Nine Network reporter": a number in words with a capital inside a sentence, before a name, is part of the name. */
const isNameWord = (view: View, { first, digits }: Numeral): boolean => {
  const [before, own, next] = [view.tokens[first - 1], view.tokens[first], view.tokens[first + 1]]
  return (
    !digits &&
    before !== undefined &&
    before.tag !== 'PUNCT' &&
    (before.text === before.lower || is(view, first - 1, 'article')) &&
    own !== undefined &&
    own.text !== own.lower &&
    !view.text.content.slice(before.end, own.start).includes('\n') &&
    next?.tag === 'PROPN'
  )
}

/**
 * "Division 17", "Grad 12": a number that follows a name. What "more" or "others" follows is counted ("Arun Veld 8 more killed"), and
 * in a headline what a harm word follows ("Raid on Lomeq 13 Killed") or stands before ("6 Dead 22 Injured").
 */
const isNameNumber = (view: View, { first, last }: Numeral, triggerAt: TriggerAt): boolean =>
  view.tokens[first - 1]?.tag === 'PROPN' &&
  !is(view, last, 'more') &&
  triggerAt(first - 1) === undefined &&
  !isToldHarmed(view, last, triggerAt)

/** A harm word that has no object: "13 Killed", "13 killed in Lomeq", "13 Killed 22 Injured"; not "Division 17 killed nine". */
const isToldHarmed = (view: View, at: number, triggerAt: TriggerAt): boolean => {
  const trigger = triggerAt(at)
  if (
    trigger?.readings.some(({ frame, form }) => frame === 'state' || frame === 'object-past' || form === 'past') !==
    true
  )
    return false
  const next = view.tokens[trigger.last]
  const ends = next === undefined || next.sentence !== view.tokens[at]?.sentence
  return ends || BEHIND.has(next.tag) || triggerAt(trigger.last + 1) !== undefined
}

/** What may stand behind those harmed, as their harm's object can't. */
const BEHIND: ReadonlySet<string> = new Set(['ADP', 'PUNCT', 'CCONJ', 'SCONJ'])

/** What a name may end in; of one in letters that English has not, the tokeniser leaves pieces. */
const NAMES: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'X'])

/** "Abu Yasser, 71, a relative", "two boys, 12 and 14, were": between commas, after a name or a noun. */
const isAge = (view: View, numeral: Numeral): boolean => {
  const comma = listStart(view, numeral.first) - 1
  let after = numeral.last
  while (is(view, after, 'coordinator') || view.tokens[after]?.tag === 'NUM') after++
  const noun = view.tokens[comma - 1]?.tag
  const next = view.tokens[after]?.tag
  if (view.tokens[comma]?.tag !== 'PUNCT' || !NAMES.has(noun ?? '')) return false
  if (next === 'PUNCT') return true
  // "two boys, 15 and 17 years of age"; "Arun Veld, 45 and from Lomeq"
  const listed = view.tokens[after - 1]?.tag === 'NUM' && after - 1 > numeral.first
  if (listed) return view.words.numbers.vetoes.after.has(view.tokens[after]?.lower ?? '')
  return noun === 'PROPN' && after > numeral.last && (next === 'ADP' || next === 'ADJ')
}

/** "a boy 12 was killed": a bare number between one person and his verb, where a text has lost its commas. */
const isAgeBeside = (view: View, { first, last, digits, high }: Numeral, { kind }: CountedNoun): boolean =>
  digits &&
  kind === 'bare' &&
  high <= OLDEST &&
  personNoun(view, first - 1)?.number === 'singular' &&
  view.tokens[first - 1]?.tag === 'NOUN' &&
  (is(view, last, 'be') || is(view, last, 'have'))

const OLDEST = 110

/** Where the list of bare numbers begins that a number ends ("12 and 14"). */
const listStart = (view: View, at: number): number => {
  let first = at
  while (is(view, first - 1, 'coordinator') && view.tokens[first - 2]?.tag === 'NUM') first -= 2
  return first
}

/** "the youngest of the dead was four, the oldest 77": the age of the one whom the clause is about. */
const isAgeOfOne = (view: View, { first }: Numeral): boolean => {
  if (is(view, first - 1, 'ages')) return true
  if (!is(view, first - 1, 'be')) return false
  for (let i = first - 2; i >= first - SUBJECT && !is(view, i, 'comma'); i--) if (is(view, i, 'ages')) return true
  return false
}

/** A subject that tells who is the oldest of whom has no more tokens than this. */
const SUBJECT = 8
