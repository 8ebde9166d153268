import type { ReadText, Token } from '../../../text/read-text.ts'
import { BIT, flagsOf, type WordClass } from './grammar.ts'
import { matchPhrase } from './phrase-book.ts'
import type { Words } from './words.ts'

/** A text as the rules see it: its tokens and, for each, the bits of its word classes, worked out once. */
export interface View {
  readonly text: ReadText
  readonly tokens: readonly Token[]
  readonly flags: Uint32Array
  readonly words: Words
}

/** Looks up every token's classes. */
export const viewOf = (text: ReadText, words: Words): View => {
  const flags = new Uint32Array(text.tokens.length)
  text.tokens.forEach((token, i) => {
    if (!isAcronym(text.tokens, i)) flags[i] = flagsOf(words.grammar, token)
  })
  markJoiners(text.tokens, words, flags)
  return { text, tokens: text.tokens, flags, words }
}

/** Whether token `at` is of a class. */
export const is = (view: View, at: number, wordClass: WordClass): boolean =>
  ((view.flags[at] ?? 0) & BIT[wordClass]) !== 0

/** Whether nothing stands between token `at` and the one after it ("year-old", "5,000m"). */
export const touchesNext = (view: View, at: number): boolean => {
  const here = view.tokens[at]
  const next = view.tokens[at + 1]
  return here !== undefined && next !== undefined && here.end === next.start
}

/** A name in capitals among words that are not ("IS", "US") is none of the small words it looks like. */
const isAcronym = (tokens: readonly Token[], at: number): boolean =>
  inCapitals(tokens[at]) && !(inCapitals(tokens[at - 1]) && inCapitals(tokens[at + 1]))

const inCapitals = (token: Token | undefined): boolean =>
  token !== undefined && token.text.length > 1 && token.text !== token.lower && token.text === token.text.toUpperCase()

/** "as well as", "along with": the last word of the phrase coordinates. */
const markJoiners = (tokens: readonly Token[], words: Words, flags: Uint32Array): void => {
  for (let i = 0; i < tokens.length; i++) {
    const match = matchPhrase(words.joiners, tokens, i, tokens.length)
    if (match === null) continue
    i += match.length - 1
    flags[i] = (flags[i] ?? 0) | BIT.coordinator
  }
}
