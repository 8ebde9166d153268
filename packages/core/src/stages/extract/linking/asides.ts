import { is, touchesNext } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** Where the words begin that a comma or dash ends and that only tell who says so, who the people are, or when; null when there are none. */
export const asideBefore = (s: SentenceView, at: number): number | null =>
  speechAside(s, at) ?? clauseAside(s, at) ?? dashAside(s, at)

/** So many tokens may tell in between who says so. */
const LONGEST_ASIDE = 10
/** … and so many who the people are. */
const LONGEST_CLAUSE = 16

const DASH = /^[-–—]+$/

/** "a boy aged 12", "two boys aged 12 and 14": where the words begin that only tell an age; null when there are none. */
export const ageBefore = (s: SentenceView, at: number): number | null => {
  let i = at
  while (i > s.first && (s.view.tokens[i]?.tag === 'NUM' || is(s.view, i, 'coordinator'))) i--
  return i < at && s.view.words.numbers.vetoes.before.has(s.view.tokens[i]?.lower ?? '') ? i : null
}

/** "Twelve people, police said, were killed": where the words between commas begin that only say who says so. */
const speechAside = (s: SentenceView, at: number): number | null => {
  if (!is(s.view, at, 'comma') || !is(s.view, at - 1, 'say')) return null
  for (let i = at - 1; i >= Math.max(s.first, at - LONGEST_ASIDE); i--) if (is(s.view, i, 'comma')) return i
  return null
}

/**
 * "the commander, who leads 600 fighters, was killed", "12 people, including five nurses, a cook and a guard, were killed": where
 * such a clause begins. What is included may be a list.
 */
const clauseAside = (s: SentenceView, at: number): number | null => {
  if (!is(s.view, at, 'comma')) return null
  let lists = false
  for (let i = at - 1; i > Math.max(s.first, at - LONGEST_CLAUSE); i--) {
    if (s.triggerAt(i) !== undefined) return null
    const group = s.subgroupAt(i)
    if (group !== undefined) {
      const opens = lists && is(s.view, group.first, 'subset') && is(s.view, group.first - 1, 'comma')
      return opens ? group.first - 1 : null
    }
    if (is(s.view, i, 'comma')) {
      if (s.phraseAt(i + 1)?.first !== i + 1) return null
      lists = true
    } else if (is(s.view, i - 1, 'comma') && (is(s.view, i, 'subset') || (is(s.view, i, 'relative') && !lists)))
      return i - 1
  }
  return null
}

/** "Three nurses of the Relief Corps - better known as the Red Caps - were killed": where the words between dashes begin. */
const dashAside = (s: SentenceView, at: number): number | null => {
  if (!isDash(s, at)) return null
  for (let i = at - 1; i > Math.max(s.first, at - LONGEST_CLAUSE); i--) {
    if (s.triggerAt(i) !== undefined || s.subgroupAt(i) !== undefined || s.phraseAt(i) !== undefined) return null
    if (isDash(s, i)) return i
  }
  return null
}

/** A dash that stands between words, no hyphen in one. */
const isDash = ({ view }: SentenceView, at: number): boolean =>
  DASH.test(view.tokens[at]?.text ?? '') && !touchesNext(view, at - 1) && !touchesNext(view, at)

export const openingBefore = (s: SentenceView, at: number): number => {
  for (let i = at - 1; i >= s.first; i--) if (is(s.view, i, 'open')) return i
  return at
}
