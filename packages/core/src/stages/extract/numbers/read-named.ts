import type { PersonNoun } from '../words/people.ts'
import { is, isAcronym, personNoun, touchesNext, type View } from '../words/view.ts'
import { hedgedBounds } from './bounds.ts'
import { complementEnd } from './complement.ts'
import type { NumberPhrase } from './number-phrase.ts'
import { groupsOf } from './read-counted.ts'
import { type CountedNoun, readNoun } from './read-noun.ts'
import type { TriggerAt } from './trigger-at.ts'

/** A name has no more words than this. */
const LONGEST = 8
/** So many words may stand between a name and its harm word ("was later found dead"). */
const REACH = 4

/**
 * One person told by name: after a noun ("rebel leader Arun Veld was killed"), with an age ("Arun Veld, 71, was wounded",
 * "Twelve-year-old Arun Veld"), or, where it is killed or kidnapped and so can be nothing but a person, alone ("Arun Veld was shot dead").
 * Only right beside its harm word.
 */
export const readNamed = (view: View, at: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  if (!mayBegin(view, at) || continues(view, at - 1) || view.tokens[at - 1]?.tag === 'ADP' || isApposition(view, at))
    return null
  const aged = ageEnd(view, at)
  const start = aged ?? (is(view, at, 'definite') && view.tokens[at]?.tag === 'DET' ? at + 1 : at)
  const run = nameRun(view, start, end, triggerAt)
  if (run === null) return null
  const beside = isObject(view, at, run.last, triggerAt) ? apposition(view, run.last, end, triggerAt) : null
  const noun = run.noun ?? beside?.noun ?? null
  const age = ageAfter(view, run.last)
  const last = age ?? run.last
  const known = noun !== null || aged !== null || age !== null
  const single = !known && run.last - start < 2
  if (!known && start !== at) return null
  const listed = noun !== null && (is(view, at - 1, 'coordinator') || is(view, at - 1, 'possessive'))
  const object = isObject(view, at, run.last, triggerAt)
  if (!object && !isHarmed(view, last, end, triggerAt, { known, fights: noun?.status === 'combatant', listed }))
    return null
  // Last, for it looks through all that stands before.
  if (single && !isSurname(view, start)) return null
  const bounds = hedgedBounds(1, 1, 'exact')
  return {
    ...bounds,
    vague: null,
    unit: 'person',
    first: at,
    last,
    end: beside?.last ?? complementEnd(view, last, end),
    head: run.last - 1,
    noun: noun ?? { number: 'singular', kind: 'person', status: null, group: null },
    kind: 'person',
    inner: null,
    partitive: false,
    more: false,
    each: false,
    from: 'singular',
    crowd: false,
    groups: groupsOf({ noun }, bounds),
  }
}

/** Whether a name can begin at a token: with a noun or a name, an article or an age before it, or a hyphen. */
const mayBegin = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  return tag === 'PROPN' || tag === 'NOUN' || tag === 'ADJ' || tag === 'NUM' || tag === 'DET' || tag === 'PUNCT'
}

/** Whether a word before a name belongs to the same noun phrase. */
const continues = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  return tag === 'PROPN' || tag === 'NOUN' || tag === 'ADJ' || tag === 'NUM' || tag === 'DET' || isHyphen(view, at)
}

interface Run {
  readonly last: number
  /** The noun that says who bears the name; null where there is none. */
  readonly noun: PersonNoun | null
}

/** "Veld was kidnapped", where "Arun Veld" is told before. */
const isSurname = (view: View, at: number): boolean => {
  const name = view.tokens[at]?.text
  for (let i = 1; i < at - 1; i++)
    if (view.tokens[i]?.text === name && view.tokens[i - 1]?.tag === 'PROPN' && view.tokens[i + 1]?.tag !== 'PROPN')
      return view.tokens[i]?.tag === 'PROPN'
  return false
}

/** A run of names, after a noun of a person or alone. */
const nameRun = (view: View, at: number, end: number, triggerAt: TriggerAt): Run | null => {
  let last = at
  let head: number | null = null
  for (; last < end && last - at < LONGEST; last++) {
    const token = view.tokens[last]
    if (token === undefined || triggerAt(last) !== undefined) break
    if (token.tag !== 'PROPN' && token.tag !== 'NOUN' && token.tag !== 'ADJ' && !isHyphen(view, last)) break
    const known = personNoun(view, last)
    if (known?.number === 'singular' && known.kind !== 'family' && token.tag !== 'ADJ') head = last
  }
  const from = head === null ? at : head + 1
  if (last <= from || !isName(view, from, last)) return null
  return { last, noun: head === null ? null : (personNoun(view, head) ?? null) }
}

/** Names only, none of them in capitals as agencies and groups are ("NGO", "AFP"), and no day. */
const isName = (view: View, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) {
    if (view.tokens[i]?.tag !== 'PROPN' && !isHyphen(view, i)) return false
    if (isAcronym(view.tokens, i) || is(view, i, 'day')) return false
  }
  return true
}

const isHyphen = (view: View, at: number): boolean =>
  view.tokens[at]?.tag === 'PUNCT' && touchesNext(view, at - 1) && touchesNext(view, at)

/** "Twelve-year-old": where the name begins; null where no age stands. */
const ageEnd = (view: View, at: number): number | null => {
  if (view.tokens[at]?.tag !== 'NUM' || !touchesNext(view, at) || !touchesNext(view, at + 1)) return null
  if (!view.words.numbers.vetoes.after.has(view.tokens[at + 2]?.lower ?? '')) return null
  let k = at + 3
  while (isHyphen(view, k)) k += 2
  return k
}

/** ", 71,": where the words after an age begin; null where none stands. */
const ageAfter = (view: View, at: number): number | null =>
  is(view, at, 'comma') && view.tokens[at + 1]?.tag === 'NUM' && is(view, at + 2, 'comma') ? at + 3 : null

interface Told {
  /** By a noun or an age, as a person. */
  readonly known: boolean
  readonly fights: boolean
  /** As the last of several, who share a verb. */
  readonly listed: boolean
}

/**
 * "was killed", "was later found dead" right after: of a bare name only what no place or group can suffer, and of one who may have died
 * in bed only what was done to him.
 */
const isHarmed = (view: View, at: number, end: number, triggerAt: TriggerAt, told: Told): boolean => {
  let passive = false
  for (let i = at; i < Math.min(end, at + REACH); i++) {
    const trigger = triggerAt(i)
    if (trigger !== undefined)
      return trigger.readings.some(
        ({ frame, metric }) =>
          (passive && (frame === 'object' || frame === 'object-past') && (told.known || metric !== 'injured')) ||
          (told.fights && (frame === 'subject' || frame === 'state')) ||
          (passive && told.known && frame === 'state' && metric !== 'killed'),
      )
    if (is(view, i, 'plural-be') && !told.listed) return false
    passive ||= is(view, i, 'be')
    const tag = view.tokens[i]?.tag
    if (tag !== 'AUX' && tag !== 'ADV' && !is(view, i, 'be') && !is(view, i, 'have') && !is(view, i, 'find'))
      return false
  }
  return false
}

/** "a soldier, Corporal Arun Veld": the one who was told before the comma, by an article, is told again. */
const isApposition = (view: View, at: number): boolean => {
  if (!is(view, at - 1, 'comma')) return false
  for (let i = at - 2; i >= Math.max(0, at - 2 - LONGEST); i--) {
    if (is(view, i, 'article')) return true
    const tag = view.tokens[i]?.tag
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ' && tag !== 'NUM' && !isHyphen(view, i)) return false
  }
  return false
}

/**
 * "killed Arun Veld and two others", "kidnapped Corporal Arun Veld": right after a verb that kills or takes somebody, a name of
 * two words or one with a noun of a person, which no other noun goes on.
 */
const isObject = (view: View, at: number, last: number, triggerAt: TriggerAt): boolean => {
  const trigger = triggerAt(at - 1)
  if (trigger?.last !== at || is(view, at, 'day')) return false
  const acts = trigger.readings.some(
    ({ frame, metric, form }) =>
      frame === 'object' && metric !== 'injured' && metric !== 'displaced' && form !== 'base',
  )
  const next = view.tokens[last]?.tag
  return acts && next !== 'PART' && next !== 'NOUN' && next !== 'PROPN' && next !== 'VERB' && next !== 'AUX'
}

/** "killed Arun Veld, a teacher": who is told by an article right after a name is the one who bears it. */
const apposition = (view: View, at: number, end: number, triggerAt: TriggerAt): CountedNoun | null => {
  const article = is(view, at, 'comma') ? at + 1 : at
  if (!is(view, article, 'article')) return null
  const noun = readNoun(view, article + 1, end, triggerAt)
  return noun.kind === 'person' && noun.noun?.number === 'singular' && noun.inner === null ? noun : null
}
