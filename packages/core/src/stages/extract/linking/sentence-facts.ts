import { is, touchesNext } from '../words/view.ts'
import type { SentenceView } from './sentence-view.ts'

/** A verb that could rule a clause: no participle in the form of an ending that the grammar lists, nor one within a compound ("rebel-held"). */
export const isFiniteVerb = (s: SentenceView, at: number): boolean => {
  const tag = s.view.tokens[at]?.tag
  return (tag === 'VERB' || tag === 'AUX') && !is(s.view, at, 'verb-ing') && !isCompounded(s, at)
}

const isCompounded = ({ view }: SentenceView, at: number): boolean =>
  /^[-‑–]$/.test(view.tokens[at - 1]?.text ?? '') && touchesNext(view, at - 2) && touchesNext(view, at - 1)
