import type { ReadText, Token } from '../../../text/read-text.ts'
import { wordFact } from '../../../text/word-fact.ts'
import { bitOf, hasClass, isLow, NO_CLASSES, type WordClass } from './grammar.ts'
import type { PersonNoun } from './people.ts'
import { phrasesIn } from './phrase-book.ts'
import type { Words } from './words.ts'

/** A text as the rules see it: its tokens and, for each, its word classes, worked out once. */
export interface View {
  readonly text: ReadText
  readonly tokens: readonly Token[]
  /** The two words of bits of each token's classes (see `Classes`). */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly words: Words
}

/** Looks up every token's classes. */
export const viewOf = (text: ReadText, words: Words): View => {
  const { tokens } = text
  const { classesOf, classesOfVerb } = words.grammar
  const low = new Int32Array(tokens.length)
  const high = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const classes = token.tag === 'VERB' ? classesOfVerb(token.form) : classesOf(token.form)
    if (classes === NO_CLASSES || isAcronym(tokens, i)) continue
    // "a soda can", "the will": a noun that only looks like a verb of possibility
    if (token.tag === 'NOUN' && hasClass(classes, 'modal')) continue
    low[i] = classes.low
    high[i] = classes.high
  }
  const view = { text, tokens, low, high, words }
  // "as well as", "along with": the last word of the phrase coordinates
  for (const { end } of phrasesIn(words.joiners, tokens, 0, tokens.length)) addClass(view, end - 1, 'coordinator')
  return view
}

const addClass = (view: View, at: number, wordClass: WordClass): void => {
  const bits = isLow(wordClass) ? view.low : view.high
  bits[at] = (bits[at] ?? 0) | bitOf(wordClass)
}

/** Whether token `at` is of a class. */
export const is = (view: View, at: number, wordClass: WordClass): boolean =>
  (((isLow(wordClass) ? view.low : view.high)[at] ?? 0) & bitOf(wordClass)) !== 0

/** Whether token `at` is of any class. */
export const isOfGrammar = (view: View, at: number): boolean => ((view.low[at] ?? 0) | (view.high[at] ?? 0)) !== 0

/** What the word of token `at` says of persons, where it is a noun of persons. */
export const personNoun = (view: View, at: number): PersonNoun | undefined => {
  const token = view.tokens[at]
  return token === undefined ? undefined : (view.words.people(token.form) ?? undefined)
}

/** Whether nothing stands between token `at` and the one after it ("year-old", "5,000m"). */
export const touchesNext = (view: View, at: number): boolean => {
  const here = view.tokens[at]
  const next = view.tokens[at + 1]
  return here !== undefined && next !== undefined && here.end === next.start
}

/** A name in capitals among words that are not ("IS", "US") is none of the small words it looks like. */
export const isAcronym = (tokens: readonly Token[], at: number): boolean =>
  inCapitals(tokens[at]) && !(inCapitals(tokens[at - 1]) && inCapitals(tokens[at + 1]))

const inCapitals = (token: Token | undefined): boolean => token !== undefined && isInCapitals(token.form)

const isInCapitals = wordFact(({ text, lower }) => text.length > 1 && text !== lower && text === text.toUpperCase())
