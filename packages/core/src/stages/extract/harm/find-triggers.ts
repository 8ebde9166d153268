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
    else if (
      match.value.every(({ frame }) => frame === 'departs') &&
      !isUnderDeal(view, i + match.length, last) &&
      !isEvacuation(view, i)
    )
      i++
    else {
      found.push({ first: i, last: i + match.length, readings: match.value })
      i += match.length
    }
  }
  return found
}

/** "3,000 people left in 45 buses", where the sentence or one of the two before it speaks of an evacuation. */
const isEvacuation = (view: View, at: number): boolean => {
  const sentence = view.tokens[at]?.sentence ?? 0
  const { first } = view.text.sentences[Math.max(0, sentence - 2)] ?? { first: at }
  const { last } = view.text.sentences[sentence] ?? { last: at }
  for (let i = first; i < last; i++) if (is(view, i, 'deal') && isMove(view, i, last)) return true
  return false
}

/** A word for the moving of people that is told as a deal is ("evacuation"). */
const isMove = (view: View, at: number, last: number): boolean =>
  matchPhrase(view.words.harm, view.tokens, at, last)?.value.some(({ metric }) => metric === 'displaced') === true

/** "left the town under a deal": who leaves of his own will is not displaced. */
const isUnderDeal = (view: View, from: number, last: number): boolean => {
  for (let i = from; i < last; i++)
    if (is(view, i, 'deal')) return [i - 1, i - 2, i - 3].some((at) => is(view, at, 'under'))
  return false
}
