import type { ReadText, Token } from '../../../text/read-text.ts'
import { wordFact } from '../../../text/word-fact.ts'
import { type Classes, hasClass, NO_CLASSES, type WordClass, withClass } from './grammar.ts'
import { matchPhrase } from './phrase-book.ts'
import type { Words } from './words.ts'

/** A text as the rules see it: its tokens and, for each, its word classes, worked out once. */
export interface View {
  readonly text: ReadText
  readonly tokens: readonly Token[]
  readonly classes: readonly Classes[]
  readonly words: Words
}

/** Looks up every token's classes. */
export const viewOf = (text: ReadText, words: Words): View => {
  const { classesOf, classesOfVerb } = words.grammar
  const classes = text.tokens.map(({ form, tag }, i) =>
    isAcronym(text.tokens, i) ? NO_CLASSES : tag === 'VERB' ? classesOfVerb(form) : ofNoun(tag, classesOf(form)),
  )
  markJoiners(text.tokens, words, classes)
  return { text, tokens: text.tokens, classes, words }
}

/** "a soda can", "the will": a noun that only looks like a verb of possibility. */
const ofNoun = (tag: string, classes: Classes): Classes =>
  tag === 'NOUN' && classes !== NO_CLASSES && hasClass(classes, 'modal') ? NO_CLASSES : classes

/** Whether token `at` is of a class. */
export const is = (view: View, at: number, wordClass: WordClass): boolean => {
  const classes = view.classes[at]
  // Most words have none, and this is asked of every word many times: the look-up of the class can be saved.
  return classes !== undefined && classes !== NO_CLASSES && hasClass(classes, wordClass)
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

/** "as well as", "along with": the last word of the phrase coordinates. */
const markJoiners = (tokens: readonly Token[], words: Words, classes: Classes[]): void => {
  for (let i = 0; i < tokens.length; i++) {
    const match = matchPhrase(words.joiners, tokens, i, tokens.length)
    if (match === null) continue
    i += match.length - 1
    classes[i] = withClass(classes[i] ?? NO_CLASSES, 'coordinator')
  }
}
