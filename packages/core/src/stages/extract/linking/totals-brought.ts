import { is } from '../words/view.ts'
import type { Link } from './link.ts'
import type { SentenceView } from './sentence-view.ts'

/** "43 people were killed, bringing the total to 930": a total of the same harm, told without a word of it. */
export const withTotals = (s: SentenceView, links: readonly Link[]): readonly Link[] => {
  const totals = s.phrases.flatMap((phrase): readonly Link[] => {
    if (phrase.from !== 'number' || phrase.partitive || links.some((link) => link.phrase === phrase)) return []
    if (phrase.kind !== 'bare' && phrase.kind !== 'person') return []
    const part = links.findLast((link) => link.phrase.last <= phrase.first)
    return part === undefined || !isTotal(s, part.phrase.last, phrase.first) ? [] : [{ ...part, phrase, rule: 'toll' }]
  })
  return totals.length === 0 ? links : [...links, ...totals].sort((a, b) => a.phrase.first - b.phrase.first)
}

/** "bringing the total so far to": such words, with no "of" that tells of what else, between a number and what it is brought to. */
const isTotal = ({ view }: SentenceView, from: number, at: number): boolean => {
  if (!is(view, at - 1, 'to')) return false
  let counted = false
  for (let i = at - 2; i >= Math.max(from, at - LONGEST); i--) {
    if (is(view, i, 'of') || is(view, i, 'comma')) return false
    counted ||= is(view, i, 'tally')
    if (is(view, i, 'bring')) return counted
  }
  return false
}

/** Tokens from "bringing" to the number. */
const LONGEST = 9
