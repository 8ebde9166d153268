import { is } from '../words/view.ts'
import type { Link } from './link.ts'
import type { SentenceView } from './sentence-view.ts'

/**
 * "The army lost four men, the rebels six", "the ministry spoke of four dead, the rebels of 20": a second clause that leaves
 * out its verb. A comma, somebody by a definite noun, the preposition of the first number if it had one, and a bare number
 * that ends the clause.
 */
export const withGapped = (s: SentenceView, links: readonly Link[]): readonly Link[] => {
  const gapped = s.phrases.flatMap((phrase): readonly Link[] => {
    if (phrase.kind !== 'bare' || phrase.from !== 'number' || phrase.partitive) return []
    if (links.some((link) => link.phrase === phrase) || s.view.tokens[phrase.last]?.tag !== 'PUNCT') return []
    const whole = links.findLast((link) => link.phrase.last <= phrase.first && link.phrase.kind !== 'bare')
    if (whole === undefined || !isGapped(s, whole, phrase.first)) return []
    return [{ ...whole, phrase: { ...phrase, noun: whole.phrase.noun, inner: null }, rule: 'gap-list' }]
  })
  return gapped.length === 0 ? links : [...links, ...gapped].sort((a, b) => a.phrase.first - b.phrase.first)
}

/** A subject has no more words than this. */
const SUBJECT = 4

const isGapped = (s: SentenceView, { phrase }: Link, number: number): boolean => {
  const { view } = s
  const word = view.tokens[phrase.first - 1]
  const led = word?.tag === 'ADP'
  if (led && view.tokens[number - 1]?.lower !== word.lower) return false
  let at = (led ? number - 1 : number) - 1
  const end = at
  while (
    end - at < SUBJECT &&
    (view.tokens[at]?.tag === 'NOUN' || view.tokens[at]?.tag === 'PROPN' || view.tokens[at]?.tag === 'ADJ')
  )
    at--
  return at < end && is(view, at, 'definite') && is(view, at - 1, 'comma') && phrase.end === at - 1
}
