import { GROUPS, type Groups } from '../../../model/claim.ts'
import type { Bounds } from '../../../model/count.ts'
import { type ArabicView, isAnd, lowerAt } from './arabic-view.ts'
import type { PeoplePhrase } from './people-phrase.ts'

const COMMAS = new Set([',', '\u060c'])

/**
 * Men, women, children and kin told one after the other are one number ("رجل وامرأة وثلاثة أطفال" are five, a woman and three
 * children among them); people told apart by trade or side are not.
 */
export const sumOfPersons = (view: ArabicView, phrases: readonly PeoplePhrase[]): readonly PeoplePhrase[] => {
  const summed: PeoplePhrase[] = []
  for (const phrase of phrases) {
    const before = summed[summed.length - 1]
    if (before !== undefined && isListed(view, before, phrase) && isOfKind(before) && isOfKind(phrase))
      summed[summed.length - 1] = isMixed(before, phrase) ? mixedOf(before, phrase) : sumOf(before, phrase)
    else summed.push(phrase)
  }
  return summed
}

/** Nothing but "and" or a comma between them. */
const isListed = (view: ArabicView, a: PeoplePhrase, b: PeoplePhrase): boolean => {
  if (b.first === a.last + 1) return isAnd(view, a.last) || COMMAS.has(lowerAt(view, a.last))
  return b.first === a.last + 2 && COMMAS.has(lowerAt(view, a.last)) && isAnd(view, a.last + 1)
}

const isOfKind = (phrase: PeoplePhrase): boolean =>
  (phrase.kin || Object.keys(phrase.groups).length > 0) &&
  phrase.status !== 'combatant' &&
  phrase.vague === null &&
  phrase.harm === null &&
  !phrase.more &&
  phrase.unit === 'person'

/** From eleven on the counted noun is a singular: "30 امرأة وطفلا" are thirty, women and children. */
const COUNTED_SINGLY = 11

const isMixed = (a: PeoplePhrase, b: PeoplePhrase): boolean =>
  a.kind === 'number' && b.kind === 'one' && !b.kin && (a.low ?? 0) >= COUNTED_SINGLY

const UNCOUNTED: Bounds = { low: null, high: null }

const mixedOf = (a: PeoplePhrase, b: PeoplePhrase): PeoplePhrase => ({
  ...a,
  last: b.last,
  status: 'civilian',
  groups: Object.fromEntries([...Object.keys(a.groups), ...Object.keys(b.groups)].map((group) => [group, UNCOUNTED])),
})

const sumOf = (a: PeoplePhrase, b: PeoplePhrase): PeoplePhrase => ({
  ...a,
  last: b.last,
  low: a.low === null || b.low === null ? null : a.low + b.low,
  high: a.high === null || b.high === null ? null : a.high + b.high,
  hedge: a.hedge === 'exact' ? b.hedge : a.hedge,
  kind: a.kind === 'one' || a.kind === 'two' ? a.kind : 'number',
  status: 'civilian',
  groups: together(a.groups, b.groups),
})

const together = (a: Groups, b: Groups): Groups =>
  Object.fromEntries(
    GROUPS.flatMap((group) => {
      const parts = [a[group], b[group]].filter((bounds): bounds is Bounds => bounds !== undefined)
      if (parts.length === 0) return []
      const sum = (side: 'low' | 'high'): number | null =>
        parts.some((bounds) => bounds[side] === null)
          ? null
          : parts.reduce((all, bounds) => all + (bounds[side] ?? 0), 0)
      return [[group, { low: sum('low'), high: sum('high') }]]
    }),
  )
