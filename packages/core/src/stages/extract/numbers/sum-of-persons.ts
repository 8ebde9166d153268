import type { Group, Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { is, type View } from '../words/view.ts'
import type { NumberPhrase } from './number-phrase.ts'
import { readCounted } from './read-counted.ts'
import { readListedSingular, readSingular } from './read-singular.ts'
import type { TriggerAt } from './trigger-at.ts'

/**
 * "a woman and her three children", "a man, a woman and a child", "his father and younger brother": persons of one
 * household or street that are named one by one are one number. Only exact numbers of women, men, children and kin.
 */
export const sumOfPersons = (view: View, first: NumberPhrase, end: number, triggerAt: TriggerAt): NumberPhrase => {
  const roster = is(view, first.first - 1, 'roster') && is(view, first.first - 1, 'subset')
  if (
    !isAddend(first) &&
    !(roster && isRostered(first)) &&
    !isCouple(view, first) &&
    !mayJoin(first) &&
    !mayLead(first)
  )
    return first
  let sum = first
  for (let at = sum.last; at < end; at = sum.last) {
    const next = nextAddend(view, first, sum, end, triggerAt, roster)
    if (next === null) break
    sum = add(sum, next)
  }
  return sum
}

const nextAddend = (
  view: View,
  first: NumberPhrase,
  sum: NumberPhrase,
  end: number,
  triggerAt: TriggerAt,
  roster: boolean,
): NumberPhrase | null => {
  const at = sum.last
  // "his cousin's 21-year-old son": who is owned is no second person
  if (view.tokens[at]?.tag === 'PART') return null
  let k = at
  if (is(view, k, 'comma')) k++
  if (is(view, k, 'coordinator')) k++
  const joined = k > at
  // "her three children", but "her 5-year-old child"
  const numbered = is(view, k, 'possessive') && personBare(view, k) ? k + 1 : k
  const next =
    readCounted(view, numbered, end, triggerAt) ??
    readSingular(view, k, k, end, triggerAt) ??
    readListedSingular(view, k, end, triggerAt)
  if (next === null || next.inner !== null || !addsUp(view, sum, next, joined, roster)) return null
  return hasOwnVerb(view, first, next, joined, triggerAt) ? null : next
}

const addsUp = (view: View, sum: NumberPhrase, next: NumberPhrase, joined: boolean, roster: boolean): boolean => {
  if (isAddend(sum) || (roster && isRostered(sum))) if (isAddend(next) || (roster && isRostered(next))) return true
  if (isCouple(view, sum)) return isAddend(next)
  if (joined && mayLead(sum) && next.from === 'kin') return true
  if (joined && isRetinue(sum) && mayJoin(next)) return true
  return (
    joined &&
    isListed(view, sum, next) &&
    mayJoin(sum) &&
    mayJoin(next) &&
    isOne(sum) !== isOne(next) &&
    alike(sum, next)
  )
}

/** "a nurse, two patients and a guard": a list ends in "and"; what a comma alone parts is no list ("according to a nurse, two patients"). */
const isListed = (view: View, { last }: NumberPhrase, next: NumberPhrase): boolean =>
  !is(view, last, 'comma') ||
  is(view, last + 1, 'coordinator') ||
  is(view, next.last, 'coordinator') ||
  is(view, next.last, 'comma')

/** "a couple and their three children" */
const isCouple = (view: View, phrase: NumberPhrase): boolean =>
  phrase.kind === 'bare' &&
  phrase.low === 2 &&
  phrase.high === 2 &&
  is(view, phrase.first, 'article') &&
  is(view, phrase.last, 'coordinator') &&
  is(view, phrase.last + 1, 'possessive')

/** "a shepherd and two children", "two nurses and a patient": who stands alone is counted with those beside, if none of the other side. */
const mayJoin = (phrase: NumberPhrase): boolean =>
  phrase.kind === 'person' &&
  phrase.hedge === 'exact' &&
  phrase.low !== 0 &&
  !phrase.each &&
  !phrase.more &&
  phrase.unit === 'person' &&
  phrase.from !== 'definite' &&
  phrase.from !== 'vague'

/** "the governor" of "the governor and his driver": one person, by the noun. */
const mayLead = (phrase: NumberPhrase): boolean =>
  phrase.kind === 'person' && (phrase.from === 'singular' || phrase.from === 'definite') && phrase.unit === 'person'

/** Told by a bare possessive, and no kin. */
const isRetainer = (phrase: NumberPhrase): boolean =>
  phrase.from === 'kin' && phrase.noun?.kind !== 'kin' && phrase.noun?.group !== 'children'

const isOne = (phrase: NumberPhrase): boolean => phrase.from === 'singular'

const alike = (a: NumberPhrase, b: NumberPhrase): boolean => {
  const [x, y] = [a.noun?.status ?? null, b.noun?.status ?? null]
  return (x !== null && x === y) || (b.partitive && x !== null && (y === null || x === y))
}

/** "her three children": the number follows the possessive. */
const personBare = (view: View, at: number): boolean => view.tokens[at + 1]?.tag === 'NUM'

/** "killed a woman and three children were injured", "one woman killed two children injured": the second has its own verb. */
const hasOwnVerb = (
  view: View,
  first: NumberPhrase,
  next: NumberPhrase,
  joined: boolean,
  triggerAt: TriggerAt,
): boolean => {
  if (!joined && triggerAt(next.last) !== undefined) return true
  if (triggerAt(first.first - 1) === undefined) return false
  const verb = is(view, next.last, 'be') || is(view, next.last, 'get') ? next.last + 1 : next.last
  return triggerAt(verb) !== undefined
}

const isAddend = (phrase: NumberPhrase): boolean =>
  phrase.kind === 'person' &&
  phrase.hedge === 'exact' &&
  phrase.low !== 0 &&
  !phrase.each &&
  phrase.unit === 'person' &&
  (phrase.noun?.kind === 'kin' || phrase.from === 'sum' || isGeneration(phrase.noun?.group))

/** On a roster ("the dead included two women and three officers") persons of any kind add up. */
const isRostered = (phrase: NumberPhrase): boolean =>
  phrase.kind === 'person' && phrase.hedge === 'exact' && phrase.from === 'number' && !phrase.more

const isGeneration = (group: Group | null | undefined): boolean =>
  group === 'children' || group === 'women' || group === 'men' || group === 'elderly'

const add = (a: NumberPhrase, b: NumberPhrase): NumberPhrase => {
  if (isRetainer(b) || isRetinue(a) || (b.from === 'kin' && !isAddend(a))) return withRetinue(a, b)
  return {
    ...a,
    low: (a.low ?? 0) + (b.low ?? 0),
    high: (a.high ?? 0) + (b.high ?? 0),
    last: b.last,
    end: b.end,
    head: b.head,
    noun: { number: 'plural', kind: 'person', status: fights(a) ? 'combatant' : 'civilian', group: null },
    partitive: a.partitive && b.partitive,
    from: 'sum',
    kind: 'person',
    groups: fights(a) ? {} : addGroups(a.groups, b.groups),
  }
}

/** Somebody with those who belong to him: of no status together, unless they share one. */
const withRetinue = (a: NumberPhrase, b: NumberPhrase): NumberPhrase => ({
  ...a,
  low: (a.low ?? 0) + (b.low ?? 0),
  high: (a.high ?? 0) + (b.high ?? 0),
  last: b.last,
  end: b.end,
  head: null,
  noun: {
    number: 'plural',
    kind: 'person',
    status: a.noun?.status === b.noun?.status ? (a.noun?.status ?? null) : null,
    group: null,
  },
  from: 'sum',
  groups: addGroups(a.groups, b.groups),
})

/** A sum that has no head noun of its own. */
const isRetinue = (phrase: NumberPhrase): boolean => phrase.from === 'sum' && phrase.head === null

const fights = (phrase: NumberPhrase): boolean => phrase.noun?.status === 'combatant'

const addGroups = (a: Groups, b: Groups): Groups => {
  const sum: Partial<Record<Group, Bounds>> = { ...a }
  for (const [name, bounds] of Object.entries(b)) {
    const group = name as Group
    const known = sum[group]
    sum[group] =
      known === undefined
        ? bounds
        : { low: (known.low ?? 0) + (bounds.low ?? 0), high: (known.high ?? 0) + (bounds.high ?? 0) }
  }
  return sum
}
