import type { ReadText, Sentence, Token } from '../../../text/read-text.ts'
import { wordFact } from '../../../text/word-fact.ts'
import { type Classes, HALF, hasClass, NO_CLASSES, PLACE, type WordClass, withClass } from './grammar.ts'
import type { PersonNoun } from './people.ts'
import { phrasesIn } from './phrase-book.ts'
import type { Words } from './words.ts'

/** A text as the rules see it: its tokens and, for each, its word classes, worked out once, where they are asked for. */
export interface View {
  readonly text: ReadText
  readonly tokens: readonly Token[]
  /** The two words of bits of each token's classes (see `Classes`), and 1 for each token whose classes are looked up. */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly read: Uint8Array
  readonly words: Words
  /** Tokens of a phrase that coordinates as "and" does, and whether they end it. */
  readonly joins: ReadonlyMap<number, boolean>
}

/** A view with no classes looked up yet: of most sentences nobody asks. */
export const viewOf = (text: ReadText, words: Words): View => {
  const { tokens } = text
  const joins = new Map<number, boolean>()
  for (const { at, end } of phrasesIn(words.joiners, tokens, 0, tokens.length))
    for (let i = at; i < end; i++) joins.set(i, i === end - 1)
  return {
    text,
    tokens,
    low: new Int32Array(tokens.length),
    high: new Int32Array(tokens.length),
    read: new Uint8Array(tokens.length),
    words,
    joins,
  }
}

/** Looks up the classes of the tokens of a sentence. */
const readSentence = ({ tokens, low, high, read, words, joins }: View, { first, last }: Sentence): void => {
  read.fill(1, first, last)
  for (let i = first; i < last; i++) {
    const classes = classesAt(tokens, i, words)
    // "as well as", "along with": the last word of the phrase coordinates, and none is what it is alone
    const joining = joins.get(i)
    const own = joining === undefined ? classes : joining ? withClass(NO_CLASSES, 'coordinator') : NO_CLASSES
    low[i] = own.low
    high[i] = own.high
  }
}

const classesAt = (tokens: readonly Token[], at: number, { grammar }: Words): Classes => {
  const token = tokens[at]
  if (token === undefined) return NO_CLASSES
  const classes = token.tag === 'VERB' ? grammar.classesOfVerb(token.form) : grammar.classesOf(token.form)
  if (classes === NO_CLASSES || isAcronym(tokens, at)) return NO_CLASSES
  // "a soda can", "the will": a noun that only looks like a verb of possibility
  return token.tag === 'NOUN' && hasClass(classes, 'modal') ? NO_CLASSES : classes
}

/** Looks up the classes of token `at`, with those of its sentence, unless they are known. */
const readAt = (view: View, at: number): void => {
  if (view.read[at] !== 0) return
  const sentence = view.text.sentences[view.tokens[at]?.sentence ?? 0]
  if (sentence !== undefined) readSentence(view, sentence)
}

/** Whether token `at` is of a class. */
export const is = (view: View, at: number, wordClass: WordClass): boolean => {
  readAt(view, at)
  const place = PLACE[wordClass]
  return ((((place < HALF ? view.low : view.high)[at] ?? 0) >>> (place % HALF)) & 1) === 1
}

/** Whether token `at` is of any class. */
export const isOfGrammar = (view: View, at: number): boolean => {
  readAt(view, at)
  return ((view.low[at] ?? 0) | (view.high[at] ?? 0)) !== 0
}

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
