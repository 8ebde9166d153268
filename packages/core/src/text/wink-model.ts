import model from 'wink-eng-lite-web-model'
import makeCache, { type Cache } from 'wink-nlp/src/cache.js'
import compileTRex from 'wink-nlp/src/compile-trex.js'
import wrapTokens from 'wink-nlp/src/dd-wrapper.js'
import makeTokenizer from 'wink-nlp/src/tokenizer.js'
import { compileMachine, type Machine } from './machine.ts'
import type { Tag } from './read-text.ts'

/** Wink's tokenizer and what its model says of words, without the walk over a whole document. */
export interface WinkModel {
  readonly cache: Cache
  readonly sentences: Machine
  /** Run one after the other; each corrects the tags of the one before. */
  readonly taggers: readonly [Machine, Machine]
  readonly tagNames: readonly Tag[]
  /** Cuts a stretch without spaces: four numbers a token, as wink lays them out. */
  cut(stretch: string): readonly number[]
  /** What the model has of a stretch as it stands: null for nothing, its number, or four numbers for each part of a contraction. */
  lookup(stretch: string): readonly number[] | null
  /** The number of a word of letters alone, and of a mark. */
  word(letters: string): number
  mark(character: string): number
  /** How many words the model has met that it did not know. */
  unknown(): number
}

/** The part of the model that grows with every unknown word. */
interface Lexemes {
  readonly list: string[]
  readonly hash: Record<string, number>
}

interface Core {
  readonly features: { readonly lexeme: Lexemes; readonly pos: { readonly list: readonly Tag[] } }
  readonly trex: object
  readonly tcat: { readonly hash: Readonly<Record<string, number>> }
  readonly preserve: object
}

interface Parts {
  core(): Core
  sbd(): { readonly machines: readonly string[] }
  pos(): { readonly machines: readonly string[] }
  readonly featureFn: object
}

/** Loads the model (about 90 ms). */
export const loadWink = (): WinkModel => {
  const parts = model as unknown as Parts
  const core = parts.core()
  const cache = makeCache(core, parts.featureFn)
  const tokenize = makeTokenizer(compileTRex(core.trex), core.tcat.hash, core.preserve)
  const { lexeme, pos } = core.features
  const known = lexeme.list.length
  let forgotten = known
  const [sentences] = parts.sbd().machines.map(compileMachine)
  const [first, second] = parts.pos().machines.map(compileMachine)
  if (sentences === undefined || first === undefined || second === undefined)
    throw new RangeError('the English model lacks a machine: wink-eng-lite-web-model is not the version expected')
  /** The number of a word, which the model is not to remember where it did not know it. */
  const add = (word: string, category: number): number => {
    const number = cache.add(word, category)
    forget()
    return number
  }
  const forget = (): void => {
    for (; forgotten < lexeme.list.length; forgotten++) delete lexeme.hash[lexeme.list[forgotten] ?? '']
  }
  return {
    cache,
    sentences,
    taggers: [first, second],
    tagNames: pos.list,
    cut: (stretch) => {
      const tokens: number[] = []
      tokenize(wrapTokens({ cache, tokens, nonBreakingSpaces: {} }), stretch)
      forget()
      return tokens
    },
    lookup: (stretch) => cache.lookup(stretch),
    word: (letters) => add(letters, core.tcat.hash.word ?? 0),
    mark: (character) => add(character, core.tcat.hash.punctuation ?? 0),
    unknown: () => lexeme.list.length - known,
  }
}
