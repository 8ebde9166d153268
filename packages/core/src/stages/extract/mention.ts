import type { Certainty, Mention } from '../../model/claim.ts'
import type { ReadText } from '../../text/read-text.ts'
import type { TokenRange } from './attribution/noun-phrase.ts'

/** The words of a token range as a mention. */
export const mentionAt = (text: ReadText, range: TokenRange, certainty: Certainty): Mention => {
  const start = text.tokens[range.first]?.start ?? 0
  const end = text.tokens[range.last - 1]?.end ?? start
  return { start, end, text: text.content.slice(start, end), certainty }
}
