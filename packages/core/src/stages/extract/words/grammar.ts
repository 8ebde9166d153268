import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Token } from '../../../text/read-text.ts'

const CLASSES = [
  'be',
  'get',
  'have',
  'modal',
  'fear',
  'negation',
  'article',
  'definite',
  'possessive',
  'more',
  'one-more',
  'coordinator',
  'comma',
  'each',
  'subset',
  'relative',
  'subordinator',
  'of',
  'to',
  'from',
  'verb-ing',
  'tally',
  'roster',
  'among',
  'suffer',
  'perfect',
  'also',
  'counterfactual',
  'range-open',
  'near-miss',
  'find',
  'partial',
  'say',
  'pronoun',
  'fraction',
  'open',
  'close',
] as const

/** What a closed-class word does in a sentence. */
export type WordClass = (typeof CLASSES)[number]

const PLACE = Object.fromEntries(CLASSES.map((name, i) => [name, i])) as Readonly<Record<WordClass, number>>

/** The classes of a word: bit n stands for the nth class; two words of 31 bits each. */
export interface Classes {
  readonly low: number
  readonly high: number
}

const HALF = 31
/** A word of no class. */
export const NO_CLASSES: Classes = { low: 0, high: 0 }

/** Whether a class is among some. */
export const hasClass = (classes: Classes, wordClass: WordClass): boolean => {
  const place = PLACE[wordClass]
  return place < HALF ? (classes.low & (1 << place)) !== 0 : (classes.high & (1 << (place - HALF))) !== 0
}

/** Some classes and one more. */
export const withClass = (classes: Classes, wordClass: WordClass): Classes => {
  const place = PLACE[wordClass]
  return place < HALF
    ? { low: classes.low | (1 << place), high: classes.high }
    : { low: classes.low, high: classes.high | (1 << (place - HALF)) }
}

/** The classes of words and of endings (`*ing`), as bits. */
export interface Grammar {
  readonly words: ReadonlyMap<string, Classes>
  readonly endings: readonly (readonly [ending: string, wordClass: WordClass])[]
}

/** Compiles `grammar.tsv`; throws a RangeError for a class that the rules do not know. */
export const compileGrammar = (lexicon: Lexicon): Grammar => {
  const words = new Map<string, Classes>()
  const endings: [string, WordClass][] = []
  for (const row of lexicon.table('grammar')) {
    const wordClass = CLASSES.find((known) => known === row.class)
    if (wordClass === undefined)
      throw new RangeError(`lexicons/${lexicon.language}/grammar.tsv: no class "${row.class}"`)
    for (const word of (row.words ?? '').split(' ')) {
      if (word.startsWith('*')) endings.push([word.slice(1), wordClass])
      else words.set(word, withClass(words.get(word) ?? NO_CLASSES, wordClass))
    }
  }
  return { words, endings }
}

/** The classes of a token. Endings count only on words tagged as verbs. */
export const classesOf = (grammar: Grammar, token: Token): Classes => {
  let classes = grammar.words.get(token.lower) ?? NO_CLASSES
  if (token.tag === 'VERB')
    for (const [ending, wordClass] of grammar.endings)
      if (token.lower.endsWith(ending)) classes = withClass(classes, wordClass)
  return classes
}
