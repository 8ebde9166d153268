import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, type PatternSet } from '../../../lexicon/patterns.ts'
import { type Pieces, piecesOf } from '../../../lexicon/pieces.ts'
import { matchText } from '../../../text/arabic/match-lexicon.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import {
  type ArabicWords,
  arabicWords,
  type HarmWord,
  type HedgeWord,
  type NumberWord,
  type PersonWord,
} from './arabic-words.ts'

/** A word or phrase of a lexicon where it stands; half-open token range. */
export interface Found<T> {
  readonly first: number
  readonly last: number
  readonly value: T
}

/** An Arabic text with what its words are. Tokens are parts of words: "and", "in" and "the" are tokens of their own. */
export interface ArabicView {
  readonly text: ReadText
  readonly tokens: readonly Token[]
  readonly words: ArabicWords
  /** Each kind of phrase by the token that it begins with. */
  readonly numbers: ReadonlyMap<number, Found<NumberWord>>
  readonly persons: ReadonlyMap<number, Found<PersonWord>>
  readonly harm: ReadonlyMap<number, Found<readonly HarmWord[]>>
  readonly hedges: ReadonlyMap<number, Found<HedgeWord>>
  /** Hedges that stand before their number, by the token that follows them. */
  readonly hedgesBefore: ReadonlyMap<number, Found<HedgeWord>>
  readonly markers: ReadonlyMap<number, Found<string>>
  /** Small words that are several words, with their class. */
  readonly phrases: ReadonlyMap<number, Found<string>>
  /** The text as patterns match it. */
  readonly matched: ReadText
}

/** Looks every word of a text up once. */
export const arabicView = (text: ReadText, lexicon: Lexicon): ArabicView => {
  const words = arabicWords(lexicon)
  const matched = matchText(text, lexicon)
  const pieces = piecesOf(matched)
  const hedges = byFirst(words.hedges, pieces)
  const before = [...hedges.values()].filter(({ value }) => value.side !== 'after')
  return {
    text,
    tokens: text.tokens,
    words,
    numbers: byFirst(words.numbers, pieces),
    persons: byFirst(words.persons, pieces),
    harm: byFirst(words.harm, pieces),
    hedges,
    hedgesBefore: new Map(before.map((found) => [found.last, found])),
    markers: byFirst(words.markers, pieces),
    phrases: byFirst(words.smallPhrases, pieces),
    matched,
  }
}

const byFirst = <T>(set: PatternSet<T>, pieces: Pieces): ReadonlyMap<number, Found<T>> =>
  new Map(allPatterns(set, pieces).map((match) => [match.first, match]))

/** Whether the small word at a token is of a class. */
export const isSmall = (view: ArabicView, at: number, ...classes: readonly string[]): boolean => {
  const known = view.words.small.get(view.tokens[at]?.lower ?? '')
  return known !== undefined && classes.some((one) => known.has(one))
}

export const lowerAt = (view: ArabicView, at: number): string => view.tokens[at]?.lower ?? ''

/** "and" or "so", joined to the word behind it. */
export const isAnd = (view: ArabicView, at: number): boolean => view.tokens[at]?.tag === 'CCONJ'

export const isArticle = (view: ArabicView, at: number): boolean => view.tokens[at]?.tag === 'DET'

/** Whether a small word of a class stands within `reach` tokens before one, in its sentence. */
export const hasBefore = (view: ArabicView, at: number, reach: number, kind: string): boolean => {
  const sentence = view.tokens[at]?.sentence
  for (let i = at - 1; i >= at - reach && view.tokens[i]?.sentence === sentence; i--)
    if (isSmall(view, i, kind)) return true
  return false
}
