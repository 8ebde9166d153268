import type { Span } from '../../model/span.ts'
import type { Match } from './align-sentences.ts'

/** The matched sentences of a text as passages: sentences that follow one another are one. */
export const passagesOf = (matches: readonly Match[]): readonly Span[] => {
  const passages: Span[] = []
  let after = -1
  for (const { sentence } of matches) {
    const last = passages[passages.length - 1]
    if (last !== undefined && sentence.first === after)
      passages[passages.length - 1] = { start: last.start, end: sentence.end }
    else passages.push({ start: sentence.start, end: sentence.end })
    after = sentence.last
  }
  return passages
}
