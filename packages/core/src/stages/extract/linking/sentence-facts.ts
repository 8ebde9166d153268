import { is } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** A verb that could rule a clause: no participle in the form of an ending that the grammar lists. */
export const isFiniteVerb = (s: SentenceView, at: number): boolean => {
  const tag = s.view.tokens[at]?.tag
  return (tag === 'VERB' || tag === 'AUX') && !is(s.view, at, 'verb-ing')
}
