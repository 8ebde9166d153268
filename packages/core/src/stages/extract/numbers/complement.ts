import { is, touchesNext, type View } from '../words/view.ts'

/** No complement in news is longer than this many tokens. */
const LONGEST = 12

/** The end of what a noun takes along: "of the National Defence Forces", "from one family". */
export const complementEnd = (view: View, at: number, end: number): number => {
  if (!is(view, at, 'of') && !is(view, at, 'from')) return at
  let k = at + 1
  if (view.tokens[k]?.tag === 'NUM') k++
  while (k < end && k - at < LONGEST && isNominal(view, k)) k++
  return k
}

const isNominal = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  // "the so-called State": any word that a hyphen ties to its neighbour
  if (tag !== 'PUNCT' && (isTied(view, at) || isTied(view, at - 2))) return true
  if (tag === 'PUNCT') return !is(view, at, 'comma') && !is(view, at, 'close')
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'DET'
}

/** Whether a mark without space around it ties a token to the one after the mark. */
const isTied = (view: View, at: number): boolean =>
  view.tokens[at + 1]?.tag === 'PUNCT' && touchesNext(view, at) && touchesNext(view, at + 1)
