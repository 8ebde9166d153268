import { marksOfTokens } from '../../../text/marks.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import { is, type View } from '../words/view.ts'
import type { HarmWord } from './harm-words.ts'

/** A harm word in the text: token range `first` to `last` (exclusive), with its readings. */
export interface Trigger {
  readonly first: number
  readonly last: number
  readonly readings: readonly HarmWord[]
}

/** The harm words of a token range, in order, the longest phrase first. */
export const findTriggers = (view: View, first: number, last: number): readonly Trigger[] => {
  const found: Trigger[] = []
  const { harm } = view.words
  const marks = marksOfTokens(view.tokens)
  for (let i = first; i < last; ) {
    const match = ((marks[i] ?? 0) & harm.mark) === 0 ? null : matchPhrase(harm, view.tokens, i, last)
    if (match === null) i++
    else if (match.value.every(({ frame }) => frame === 'departs') && !isUnderDeal(view, i + match.length, last)) i++
    else {
      found.push({ first: i, last: i + match.length, readings: match.value })
      i += match.length
    }
  }
  return found
}

/** "left the town under a deal": who leaves of his own will is not displaced. */
const isUnderDeal = (view: View, from: number, last: number): boolean => {
  for (let i = from; i < last; i++)
    if (is(view, i, 'deal')) return [i - 1, i - 2, i - 3].some((at) => is(view, at, 'under'))
  return false
}
