import { is, type View } from '../words/view.ts'
import type { NumberPhrase } from './number-phrase.ts'
import { readCounted } from './read-counted.ts'
import { readNamed } from './read-named.ts'
import { readSingular } from './read-singular.ts'
import { sumOfPersons } from './sum-of-persons.ts'
import type { TriggerAt } from './trigger-at.ts'

/** The number phrases of a token range, in order; none overlaps another. */
export const readNumberPhrases = (
  view: View,
  first: number,
  last: number,
  triggerAt: TriggerAt,
): readonly NumberPhrase[] => {
  const found: NumberPhrase[] = []
  for (let i = first; i < last; ) {
    const open = found[found.length - 1]?.last === i ? last : first
    const phrase = readAt(view, i, open, last, triggerAt)
    if (phrase !== null) found.push(phrase)
    i = phrase === null ? i + 1 : Math.max(i + 1, phrase.kind === 'person' ? phrase.end : phrase.last)
  }
  return found
}

const readAt = (view: View, at: number, first: number, end: number, triggerAt: TriggerAt): NumberPhrase | null => {
  const counted = mayCount(view, at) ? readCounted(view, at, end, triggerAt) : null
  const one = counted ?? readSingular(view, at, first, end, triggerAt) ?? readNamed(view, at, end, triggerAt)
  if (one === null || one.last >= end) return one
  return sumOfPersons(view, one, end, triggerAt)
}

/** Whether a number can begin at a token at all: most words are no such thing, and the look is cheap. */
const mayCount = (view: View, at: number): boolean => {
  const token = view.tokens[at]
  if (token === undefined) return false
  return (
    view.words.numbers.starts(token.form) ||
    is(view, at, 'article') ||
    is(view, at, 'more') ||
    is(view, at, 'range-open')
  )
}
