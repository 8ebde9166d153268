import type { Group, Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { is, personNoun, type View } from '../words/view.ts'
import type { Subgroup } from './subgroup.ts'

/** The groups of a number's people: those its noun names, those of words beside it, and those of the subgroups told with it. */
export const groupsOfPhrase = (view: View, phrase: NumberPhrase, subgroups: readonly Subgroup[]): Groups => {
  const groups: Partial<Record<Group, Bounds>> = { ...phrase.groups }
  for (let i = phrase.first; i < phrase.end; i++) {
    const match = matchPhrase(view.words.peopleWords.groups, view.tokens, i, phrase.end)
    if (match !== null) groups[match.value] = { low: phrase.low, high: phrase.high }
  }
  const beside = groupBeside(view, phrase)
  if (beside !== null) for (const name of [...Object.keys(groups), beside]) groups[name as Group] = UNCOUNTED
  for (const subgroup of subgroups) Object.assign(groups, subgroup.groups)
  return groups
}

const UNCOUNTED: Bounds = { low: null, high: null }

/** "five women and children": the number is of both groups together. */
const groupBeside = (view: View, phrase: NumberPhrase): Group | null => {
  if (phrase.noun?.group == null || phrase.noun.number !== 'plural' || !is(view, phrase.last, 'coordinator'))
    return null
  const next = personNoun(view, phrase.last + 1)
  return next !== undefined && next.number === 'plural' && next.group !== phrase.noun.group ? next.group : null
}
