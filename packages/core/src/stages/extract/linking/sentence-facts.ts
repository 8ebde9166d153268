import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** A verb that could rule a clause: no participle in the form of an ending that the grammar lists. */
export const isFiniteVerb = (s: SentenceView, at: number): boolean => {
  const tag = s.view.tokens[at]?.tag
  return (tag === 'VERB' || tag === 'AUX') && !is(s.view, at, 'verb-ing')
}

/** Where the words begin that make a phrase part of a number before it ("including", "among them"); null when none do. */
export const subgroupStart = (s: SentenceView, phrase: NumberPhrase): number | null => {
  const before = phrase.first - 1
  if (is(s.view, before, 'subset')) return before
  if (is(s.view, before, 'pronoun') && is(s.view, before - 1, 'subset')) return before - 1
  return phrase.partitive && is(s.view, phrase.last - 1, 'relative') ? phrase.first : null
}
