import { is, type View } from '../words/view.ts'
import { hedgedBounds } from './bounds.ts'
import { complementEnd } from './complement.ts'
import { ageAfter, ageEnd, isHyphen, LONGEST, nameRun, namesAfter, ONE_NAME, type Run, wordStart } from './name-run.ts'
import type { NumberPhrase } from './number-phrase.ts'
import { groupsOf, readCounted } from './read-counted.ts'
import { type CountedNoun, readNoun } from './read-noun.ts'
import { readSingular } from './read-singular.ts'
import type { TriggerAt } from './trigger-at.ts'

/** So many words may stand between a name and its harm word ("was later found dead"). */
const REACH = 4

/**
 * One person told by name, or several in a list that ends in "and": after a noun ("rebel leader Arun Veld was killed"), with an age ("Arun Veld, 71, was wounded",
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
  const age = ageAfter(view, run.last)
  const list = run.last - start > ONE_NAME ? null : namesAfter(view, age ?? run.last, end, triggerAt)
  const role = list === null && age === null ? roleAfter(view, run, end, triggerAt) : null
  const last = list?.last ?? age ?? role?.last ?? run.last
  const object = isObject(view, at, run.last, triggerAt) || isRostered(view, at, last, triggerAt)
  const beside = object ? apposition(view, run.last, end, triggerAt) : null
  const noun = run.noun ?? role?.noun ?? beside?.noun ?? null
  const known = noun !== null || aged !== null || age !== null
  const single = !known && wordStart(view, run.last - 1) <= start
  if (!known && start !== at) return null
  const listed = list !== null || (noun !== null && (is(view, at - 1, 'coordinator') || is(view, at - 1, 'possessive')))
  const told = { known, fights: noun?.status === 'combatant', listed }
  const leads = () => known && leadsOthers(view, last, end, triggerAt, told)
  if (!object && !isHarmed(view, last, end, triggerAt, told) && !leads()) return null
  // Last, for it looks through all that stands before.
  if (single && !isSurname(view, run.last - 1)) return null
  const count = 1 + (list?.more ?? 0)
  const bounds = hedgedBounds(count, count, 'exact')
  return {
    ...bounds,
    vague: null,
    unit: 'person',
    first: at,
    last,
    end: beside?.last ?? complementEnd(view, last, end),
    head: run.last - 1,
    noun: list === null && noun !== null ? noun : { number: 'singular', kind: 'person', status: null, group: null },
    kind: 'person',
    inner: null,
    partitive: false,
    more: false,
    each: false,
    from: 'singular',
    crowd: false,
    groups: groupsOf({ noun: list === null ? noun : null }, bounds),
  }
}

/** "Arun Veld, leader of the Red Front, was killed": who bears the name, told behind it. */
const roleAfter = (view: View, run: Run, end: number, triggerAt: TriggerAt): Run | null => {
  const comma = is(view, run.last, 'comma') ? run.last + 1 : run.last
  const from = is(view, comma, 'definite') ? comma + 1 : comma
  if (run.noun !== null || view.tokens[from]?.tag !== 'NOUN') return null
  const told = readNoun(view, from, end, triggerAt)
  if (told.kind !== 'person' || told.noun?.number !== 'singular' || told.inner !== null) return null
  const last = complementEnd(view, told.last, end)
  return last === told.last ? null : { last: placeEnd(view, last), noun: told.noun }
}

/** Behind "in Lomeq" and a comma, where they stand. */
const placeEnd = (view: View, at: number): number => {
  let last = at
  if (view.tokens[at]?.tag === 'ADP' && view.tokens[at + 1]?.tag === 'PROPN') {
    last++
    while (view.tokens[last]?.tag === 'PROPN') last++
  }
  return is(view, last, 'comma') ? last + 1 : last
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

/** "Veld was kidnapped", where "Arun Veld" is told before. */
const isSurname = (view: View, at: number): boolean => {
  const name = view.tokens[at]?.text
  for (let i = 1; i < wordStart(view, at) - 1; i++) {
    if (view.tokens[i]?.text !== name || view.tokens[i + 1]?.tag === 'PROPN') continue
    if (view.tokens[wordStart(view, i) - 1]?.tag === 'PROPN') return view.tokens[i]?.tag === 'PROPN'
  }
  return false
}

/** "commander Arun Veld and three of his guards were killed": who is told by a noun of a person shares the verb of those behind him. */
const leadsOthers = (view: View, at: number, end: number, triggerAt: TriggerAt, told: Told): boolean => {
  if (!is(view, at, 'coordinator')) return false
  const others = readCounted(view, at + 1, end, triggerAt) ?? readSingular(view, at + 1, at + 1, end, triggerAt)
  return others?.kind === 'person' && isHarmed(view, others.end, end, triggerAt, { ...told, listed: true })
}

/** "among the dead was Arun Veld", "those killed included Arun Veld"; not the first of a list of names. */
const isRostered = (view: View, at: number, last: number, triggerAt: TriggerAt): boolean => {
  if (!is(view, at - 1, 'roster') || is(view, last, 'open')) return false
  if (is(view, last, 'comma') && view.tokens[last + 1]?.tag === 'PROPN') return false
  for (let i = at - 2; i > at - 2 - REACH; i--)
    if (triggerAt(i)?.readings.some(({ metric }) => metric === 'killed') === true)
      return is(view, i - 1, 'definite') || is(view, i - 1, 'among')
  return false
}

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
    const leads = is(view, i, 'be') || is(view, i, 'have') || is(view, i, 'find') || is(view, i, 'fear')
    if (tag !== 'AUX' && tag !== 'ADV' && !leads) return false
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
  if (trigger?.last !== at || is(view, at, 'day') || describes(view, trigger.first)) return false
  const acts = trigger.readings.some(
    ({ frame, metric, form }) =>
      frame === 'object' && metric !== 'injured' && metric !== 'displaced' && form !== 'base',
  )
  const next = view.tokens[last]?.tag
  return acts && next !== 'PART' && next !== 'NOUN' && next !== 'PROPN' && next !== 'VERB' && next !== 'AUX'
}

/** "beloved and martyred Orvania": beside an adjective a participle is one, too. */
const describes = (view: View, at: number): boolean =>
  is(view, at - 1, 'coordinator') && (view.tokens[at - 2]?.tag === 'ADJ' || view.tokens[at - 2]?.tag === 'VERB')

/** "killed Arun Veld, a teacher": who is told by an article right after a name is the one who bears it. */
const apposition = (view: View, at: number, end: number, triggerAt: TriggerAt): CountedNoun | null => {
  const article = is(view, at, 'comma') ? at + 1 : at
  if (!is(view, article, 'article')) return null
  const noun = readNoun(view, article + 1, end, triggerAt)
  return noun.kind === 'person' && noun.noun?.number === 'singular' && noun.inner === null ? noun : null
}
