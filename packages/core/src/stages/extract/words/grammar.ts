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
  'say',
  'pronoun',
  'fraction',
  'open',
  'close',
] as const

/** What a closed-class word does in a sentence. */
export type WordClass = (typeof CLASSES)[number]

/** The bit of each class in a token's flags. */
export const BIT = Object.fromEntries(CLASSES.map((name, i) => [name, 2 ** i])) as Readonly<Record<WordClass, number>>

/** The classes of words and of endings (`*ing`), as bits. */
export interface Grammar {
  readonly words: ReadonlyMap<string, number>
  readonly endings: readonly (readonly [ending: string, bits: number])[]
}

/** Compiles `grammar.tsv`; throws a RangeError for a class that the rules do not know. */
export const compileGrammar = (lexicon: Lexicon): Grammar => {
  const words = new Map<string, number>()
  const endings: [string, number][] = []
  for (const row of lexicon.table('grammar')) {
    const bit = BIT[row.class as WordClass]
    if (bit === undefined) throw new RangeError(`lexicons/${lexicon.language}/grammar.tsv: no class "${row.class}"`)
    for (const word of (row.words ?? '').split(' ')) {
      if (word.startsWith('*')) endings.push([word.slice(1), bit])
      else words.set(word, (words.get(word) ?? 0) | bit)
    }
  }
  return { words, endings }
}

/** The class bits of a token. Endings count only on words tagged as verbs. */
export const flagsOf = (grammar: Grammar, token: Token): number => {
  let flags = grammar.words.get(token.lower) ?? 0
  if (token.tag === 'VERB')
    for (const [ending, bits] of grammar.endings) if (token.lower.endsWith(ending)) flags |= bits
  return flags
}
