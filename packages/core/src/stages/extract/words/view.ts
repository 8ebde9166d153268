import type { ReadText, Token } from '../../../text/read-text.ts'
import { BIT, flagsOf, type WordClass } from './grammar.ts'
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
    flags[i] = flagsOf(words.grammar, token)
  })
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
