import type { Trigger } from '../harm/find-triggers.ts'
import { readingWith } from '../harm/reading.ts'
import type { PersonNoun } from '../words/people.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { is, isAcronym, personNoun, touchesNext, type View } from '../words/view.ts'
import type { CountedKind } from './number-phrase.ts'
import { readNumeral } from './numeral.ts'
import type { TriggerAt } from './trigger-at.ts'

/** The noun that a number counts. */
export interface CountedNoun {
  readonly kind: CountedKind
  readonly head: number | null
  readonly noun: PersonNoun | null
  /** Exclusive end of the noun phrase. */
  readonly last: number
  readonly inner: Trigger | null
  readonly more: boolean
  /** "of them", "of the soldiers". */
  readonly partitive: boolean
}

/** Frames of nouns that are counted themselves. */
const COUNTED = ['counted', 'lives', 'bodies'] as const

/** No noun phrase in news is longer than this many tokens. */
const LONGEST = 14

/** Reads the noun phrase after a number: modifiers, then the head, which decides what is counted. */
export const readNoun = (view: View, at: number, end: number, triggerAt: TriggerAt, many = false): CountedNoun => {
  let person: number | null = null
  let noun: number | null = null
  let more: number | null = null
  let inner: Trigger | null = null
  let k = at
  while (k < end && k - at < LONGEST) {
    const trigger = triggerAt(k)
    if (trigger !== undefined && person === null) {
      if (isCounted(trigger)) {
        // "12 body parts": several of a singular are of the noun behind it
        if (many && !PLURAL.test(view.tokens[trigger.last - 1]?.lower ?? '')) break
        return countedNoun('counted', trigger.last - 1, null, trigger.last, trigger, more !== null)
      }
      if (!isModifier(view, trigger, end, triggerAt)) {
        // "a hostage": a state that is also a noun of persons, where nobody has been named yet
        const state = personAt(view, k)
        // "took 250 hostage": several of a singular are none
        if (state === undefined || k > at || (many && state.number === 'singular')) break
        return countedNoun('person', k, state, k + 1, null, false)
      }
      // "10 days shells killed people": behind a noun it is a verb
      if (
        noun !== null &&
        noun === k - 1 &&
        view.tokens[noun]?.tag === 'NOUN' &&
        trigger.readings[0]?.frame === 'object'
      )
        break
      inner = trigger
      k = trigger.last
      continue
    }
    // "six Lebanese martyrs", "12 police casualties": the people describe the noun that is counted
    if (trigger !== undefined && person === k - 1 && !isManyOf(view, person) && isCounted(trigger))
      return countedNoun('counted', trigger.last - 1, null, trigger.last, trigger, more !== null)
    if (trigger !== undefined) break
    const token = view.tokens[k]
    if (token === undefined) break
    const known = personAt(view, k)
    if (known !== undefined) {
      if (person !== null && endsBefore(view, person, known)) break
      person = k
      noun = k
      if (is(view, k, 'more')) more = k
    } else if (is(view, k, 'more')) more = k
    else if (is(view, k, 'fraction') || is(view, k, 'suffer') || isOtherNumber(view, k, at)) break
    else if (token.tag === 'NOUN' || token.tag === 'PROPN' || isAcronym(view.tokens, k)) {
      if (person !== null && isPlural(view, person) && !isOwner(view, person, k)) break
      if (person === k - 1 && isNamedBehind(view, k)) break
      noun = k
    } else if (isHyphen(view, k)) k++
    else if (is(view, k, 'open') && person === null) {
      const close = closing(view, k, end)
      if (close === null || !continues(view, close + 1)) break
      k = close
    } else if (token.tag === 'VERB') {
      if (person !== null || is(view, k, 'say') || personAt(view, k + 1) === undefined) break
    } else if (is(view, k, 'possessive') && token.tag === 'PART' && ownsNext(view, k)) {
      // "a slain soldier's father": the harm is the owner's
      if (person !== null && inner !== null) break
      person = null
      noun = null
    } else if (token.tag === 'PUNCT') {
      if (person !== null || !continues(view, k + 1) || is(view, k, 'comma')) break
    } else if (token.tag === 'ADV' && person === null && triggerAt(k + 1) !== undefined) {
      // "badly injured civilians"
    } else if (token.tag === 'CCONJ' && person === null && isPairOfModifiers(view, k, many)) {
      // "foreign and local aid workers"
    } else if (token.tag !== 'ADJ' || (person !== null && isPlural(view, person))) break
    k++
  }
  const shared = many && person === null && inner === null ? sharedNoun(view, at, k, end, triggerAt) : null
  if (shared !== null) return countedNoun('person', k - 1, shared, k, null, more !== null)
  return decide(view, { person, noun, more, inner, at, many, triggerAt })
}

/** How nouns for the dead and hurt end that tell of several. */
const PLURAL = /s$/

const isCounted = (trigger: Trigger): boolean => COUNTED.some((frame) => readingWith(trigger, frame) !== undefined)

/** "a teacher Arun Veld was shot": the name of the one person told right before it, which no noun goes on. */
const isNamedBehind = (view: View, at: number): boolean => {
  const person = personNoun(view, at - 1)
  if (person?.number !== 'singular' || person.kind === 'group' || view.tokens[at - 1]?.tag !== 'NOUN') return false
  let end = at
  while (view.tokens[end]?.tag === 'PROPN') end++
  return end > at && (is(view, end, 'be') || is(view, end, 'have'))
}

/** A noun in the plural: those who are counted themselves. */
const isManyOf = (view: View, at: number): boolean => personNoun(view, at)?.number === 'plural'

/** "kill 21 hundreds flee": a vague number behind a number opens another clause. */
const isOtherNumber = (view: View, at: number, first: number): boolean => {
  const token = view.tokens[at]
  if (token?.tag !== 'NOUN' || at > first || is(view, at + 1, 'of') || !view.words.numbers.starts(token.form))
    return false
  return matchPhrase(view.words.numbers.phrases, view.tokens, at, at + 1)?.value.kind === 'vague'
}

/** "12 army and 17 rebel fighters": the noun of the second number is the first one's, too. */
const sharedNoun = (view: View, at: number, and: number, end: number, triggerAt: TriggerAt): PersonNoun | null => {
  const modifiers = and - at
  if (modifiers < 1 || modifiers > MODIFIERS || !is(view, and, 'coordinator')) return null
  const next = readNumeral(view, and + 1, end)
  if (next === null) return null
  const noun = readNoun(view, next.last, end, triggerAt, true)
  const modified = noun.kind === 'person' && noun.head !== null && noun.head > next.last
  return modified && noun.noun?.number !== 'singular' ? noun.noun : null
}

/** Words that tell of which kind those of the first number are. */
const MODIFIERS = 3

/** "three police buses": who owns the thing that is counted. */
const isOwner = (view: View, person: number, at: number): boolean =>
  at === person + 1 &&
  personNoun(view, person)?.number === 'collective' &&
  view.tokens[at]?.tag === 'NOUN' &&
  !is(view, at, 'day')

interface Found {
  readonly person: number | null
  readonly noun: number | null
  readonly more: number | null
  readonly inner: Trigger | null
  readonly at: number
  readonly many: boolean
  readonly triggerAt: TriggerAt
}

const decide = (view: View, found: Found): CountedNoun => {
  const { person, noun, more, inner, at } = found
  const added = more !== null
  if (found.many && person !== null && isTitle(view, person, found.triggerAt))
    return countedNoun('bare', null, null, at, inner, added)
  if (person !== null && noun === person)
    return countedNoun('person', person, personNoun(view, person) ?? null, person + 1, inner, added)
  // "kills 14 State media": who tells of the number
  if (found.many && person === null && noun !== null && tells(view, at, noun))
    return countedNoun('bare', null, null, at, inner, added)
  if (noun !== null) {
    const kind = person === null && view.tokens[noun]?.tag === 'PROPN' ? 'name' : 'thing'
    return countedNoun(kind, noun, null, noun + 1, inner, added)
  }
  return countedNoun('bare', null, null, more === null ? at : more + 1, inner, added)
}

// One place makes these, field by field: spreading objects here cost a third of the time of reading numbers.
export const countedNoun = (
  kind: CountedKind,
  head: number | null,
  noun: PersonNoun | null,
  last: number,
  inner: Trigger | null,
  more: boolean,
  partitive = false,
): CountedNoun => ({ kind, head, noun, last, inner, more, partitive })

/** The noun of persons at a token, unless the token is used otherwise ("the local media", "to host"). */
const personAt = (view: View, at: number): PersonNoun | undefined => {
  const token = view.tokens[at]
  if (token === undefined) return undefined
  const known = personNoun(view, at)
  // "twelve or so people were": taggers take the noun for a verb
  if (token.tag === 'VERB') return known?.number === 'plural' && is(view, at + 1, 'plural-be') ? known : undefined
  if (token.tag !== 'NOUN' && token.tag !== 'PROPN' && token.tag !== 'ADJ') return undefined
  return known !== undefined && token.tag === 'ADJ' && continues(view, at + 1) ? undefined : known
}

/** Several of a singular noun with a capital: no noun of the number, but a name after it ("kills 10 Governor says"). */
const isTitle = (view: View, at: number, triggerAt: TriggerAt): boolean =>
  view.tokens[at]?.tag === 'PROPN' && !isPlural(view, at) && triggerAt(at + 1) === undefined

/** Whether a noun phrase is one of whoever tells ("14 State media", "14 Monitor AFP"). */
const tells = (view: View, first: number, last: number): boolean => {
  for (let i = first; i <= last; i++)
    if (view.words.numbers.vetoes.teller.has(view.tokens[i]?.lower ?? '')) return !is(view, last + 1, 'of')
  return false
}

/** Whether a noun phrase ends at its noun of persons, what comes next being another person. */
const endsBefore = (view: View, person: number, next: PersonNoun): boolean => {
  const known = personAt(view, person)
  if (known === undefined || known.number === 'collective') return false
  if (known.number === 'plural') return next.number === 'singular' || known.group === null || next.group !== null
  // "a man woman and child", but "a girl child"
  return (
    next.number === 'singular' &&
    known.group !== null &&
    next.group !== null &&
    known.group !== next.group &&
    !(known.group === 'children' || next.group === 'children')
  )
}

/**
 * "foreign and local": an adjective on either side; "government and allied fighters": a participle before the noun of persons; of several
 * "government and rebel fighters": a noun in the singular, which several can't be.
 */
const isPairOfModifiers = (view: View, at: number, many: boolean): boolean => {
  const [before, after] = [view.tokens[at - 1]?.tag, view.tokens[at + 1]?.tag]
  if (before === 'ADJ') return after === 'ADJ'
  if (before !== 'NOUN' && before !== 'PROPN') return false
  const next = personAt(view, at + 2)
  if (after === 'VERB') return next !== undefined
  const modifies = after === 'NOUN' || after === 'ADJ' || after === 'PROPN'
  return many && modifies && next?.number === 'plural' && view.tokens[at - 1]?.lower.endsWith('s') === false
}

/** "a volunteer's wife": what is owned is the noun. */
const ownsNext = (view: View, at: number): boolean => {
  const tag = view.tokens[at + 1]?.tag
  return tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN'
}

const isPlural = (view: View, at: number): boolean => {
  const number = personNoun(view, at)?.number
  return number === 'plural' || number === 'collective'
}

/** "pro-government", "US-led": a hyphen glued on both sides. */
const isHyphen = (view: View, at: number): boolean =>
  view.tokens[at]?.tag === 'PUNCT' && touchesNext(view, at - 1) && touchesNext(view, at) && !is(view, at, 'open')

const continues = (view: View, at: number): boolean => {
  const token = view.tokens[at]
  return token !== undefined && (personNoun(view, at) !== undefined || token.tag === 'PROPN' || token.tag === 'NOUN')
}

const closing = (view: View, at: number, end: number): number | null => {
  for (let k = at + 1; k < Math.min(end, at + LONGEST); k++) if (is(view, k, 'close')) return k
  return null
}

/** "injured civilians", "dead bodies": a participle or adjective before a noun of persons. */
const isModifier = (view: View, trigger: Trigger, end: number, triggerAt: TriggerAt): boolean => {
  if (readingWith(trigger, 'lose') !== undefined) return false
  if (!trigger.readings.some((r) => r.form === 'past' || r.form === 'participle' || r.frame === 'state')) return false
  const next = trigger.last < end ? triggerAt(trigger.last) : undefined
  if (next !== undefined && COUNTED.some((frame) => readingWith(next, frame) !== undefined)) return true
  for (let k = trigger.last; k < Math.min(end, trigger.last + 3); k++) {
    const token = view.tokens[k]
    if (token === undefined) return false
    if (personNoun(view, k) !== undefined && !is(view, k, 'more')) return true
    if (token.tag !== 'ADJ' && token.tag !== 'PROPN') return false
  }
  return false
}
