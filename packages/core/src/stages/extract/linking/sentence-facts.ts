import type { NumberPhrase } from '../numbers/number-phrase.ts'
import { is, touchesNext } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** A verb that could rule a clause: no participle in the form of an ending that the grammar lists, nor one within a compound ("rebel-held"). */
export const isFiniteVerb = (s: SentenceView, at: number): boolean => {
  const tag = s.view.tokens[at]?.tag
  return (tag === 'VERB' || tag === 'AUX') && !is(s.view, at, 'verb-ing') && !isCompounded(s, at) && !isNamed(s, at)
}

/** "the monitor", "a report": behind its article a word that taggers take for a verb is a noun. */
const isNamed = ({ view }: SentenceView, at: number): boolean =>
  view.tokens[at - 1]?.tag === 'DET' &&
  (is(view, at - 1, 'article') || is(view, at - 1, 'definite')) &&
  !is(view, at - 1, 'relative') &&
  !is(view, at - 1, 'pronoun')

const isCompounded = ({ view }: SentenceView, at: number): boolean =>
  /^[-‑–]$/.test(view.tokens[at - 1]?.text ?? '') && touchesNext(view, at - 2) && touchesNext(view, at - 1)

/**
 * "40 Civilians 25 Fighters Killed", "killed 120 rebels over 60 mercenaries": persons right behind persons, where a headline leaves
 * out the comma or a text has lost it. One person so told must end the list ("three pupils a teacher and", not "three pupils a teacher told").
 */
export const isBesidePersons = ({ view, ...s }: SentenceView, phrase: NumberPhrase): boolean => {
  const before = s.phraseAt(phrase.first - 1)
  if (before?.last !== phrase.first || !isCountOfPersons(before)) return false
  if (isCountOfPersons(phrase)) return true
  const next = view.tokens[phrase.last]?.tag
  return phrase.from === 'singular' && phrase.kind === 'person' && (next === 'CCONJ' || next === 'PUNCT')
}

const isCountOfPersons = ({ kind, from, partitive }: NumberPhrase): boolean =>
  kind === 'person' && from === 'number' && !partitive
