import { matchPhrase } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'
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
  for (let i = first; i < last; ) {
    const match = matchPhrase(view.words.harm, view.tokens, i, last)
    if (match === null) i++
    else {
      found.push({ first: i, last: i + match.length, readings: match.value })
      i += match.length
    }
  }
  return found
}
