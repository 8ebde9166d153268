import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Form } from '../../../text/form.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'

/** The classes, each with its place among the bits. A literal, so that the look-up below costs next to nothing. */
export const PLACE = {
  be: 0,
  get: 1,
  have: 2,
  modal: 3,
  fear: 4,
  negation: 5,
  article: 6,
  definite: 7,
  possessive: 8,
  more: 9,
  'one-more': 10,
  coordinator: 11,
  comma: 12,
  each: 13,
  subset: 14,
  relative: 15,
  subordinator: 16,
  of: 17,
  to: 18,
  from: 19,
  'verb-ing': 20,
  tally: 21,
  roster: 22,
  among: 23,
  suffer: 24,
  perfect: 25,
  also: 26,
  counterfactual: 27,
  'range-open': 28,
  'near-miss': 29,
  find: 30,
  partial: 31,
  say: 32,
  pronoun: 33,
  fraction: 34,
  open: 35,
  close: 36,
  colon: 37,
  rise: 38,
  sized: 39,
  treat: 40,
  day: 41,
  cite: 42,
  claims: 43,
  generic: 44,
  subject: 45,
  bring: 46,
  'plural-be': 47,
  nor: 48,
  ordinal: 49,
  ages: 50,
  vary: 51,
  deal: 52,
  under: 53,
  all: 54,
  off: 55,
  reflexive: 56,
  deny: 57,
  put: 58,
  conditional: 59,
  both: 60,
  particle: 61,
  left: 62,
} as const

/** What a closed-class word does in a sentence. */
export type WordClass = keyof typeof PLACE

/** The classes of a word: bit n stands for the nth class; two words of 32 bits each. */
export interface Classes {
  readonly low: number
  readonly high: number
}

const NAMES = Object.keys(PLACE) as readonly WordClass[]
/** So many classes stand in the first word of bits. */
export const HALF = 32
/** A word of no class. */
export const NO_CLASSES: Classes = { low: 0, high: 0 }

/** Whether a class is among some. */
export const hasClass = ({ low, high }: Classes, wordClass: WordClass): boolean =>
  (((PLACE[wordClass] < HALF ? low : high) >>> (PLACE[wordClass] % HALF)) & 1) === 1

/** Some classes and one more. */
export const withClass = ({ low, high }: Classes, wordClass: WordClass): Classes => {
  const place = PLACE[wordClass]
  return place < HALF ? { low: low | (1 << place), high } : { low, high: high | (1 << (place - HALF)) }
}

/** The classes of words, as bits. */
export interface Grammar {
  readonly classesOf: WordFact<Classes>
  /** … and of words tagged as verbs, whose endings (`*ing`) count, too. */
  readonly classesOfVerb: WordFact<Classes>
}

/** Compiles `grammar.tsv`; throws a RangeError for a class that the rules do not know. */
export const compileGrammar = (lexicon: Lexicon): Grammar => {
  const words = new Map<string, Classes>()
  const endings: [string, WordClass][] = []
  for (const row of lexicon.table('grammar')) {
    const wordClass = NAMES.find((known) => known === row.class)
    if (wordClass === undefined)
      throw new RangeError(`lexicons/${lexicon.language}/grammar.tsv: no class "${row.class}"`)
    for (const word of (row.words ?? '').split(' ')) {
      if (word.startsWith('*')) endings.push([word.slice(1), wordClass])
      else words.set(word, withClass(words.get(word) ?? NO_CLASSES, wordClass))
    }
  }
  const classesOf = ({ lower }: Form): Classes => words.get(lower) ?? NO_CLASSES
  return {
    classesOf: wordFact(classesOf),
    classesOfVerb: wordFact((form) =>
      endings
        .filter(([ending]) => form.lower.endsWith(ending))
        .reduce((classes, [, wordClass]) => withClass(classes, wordClass), classesOf(form)),
    ),
  }
}
