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
  /** How many words the model has met that it did not know. */
  unknown(): number
}

/** A word of letters alone, or one with a mark behind it: a single letter with a full stop is an initial. */
const PLAIN = /^([A-Za-z]{2,})([,.!;?:])?$/

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
  return {
    cache,
    sentences,
    taggers: [first, second],
    tagNames: pos.list,
    cut: (stretch) => {
      const tokens: number[] = []
      const plain = lexeme.hash[stretch] === undefined ? PLAIN.exec(stretch) : null
      // what most stretches are: its tokenizer tries a dozen patterns to find out
      if (plain !== null) {
        const [, word = '', mark = ''] = plain
        tokens.push(cache.add(word, core.tcat.hash.word ?? 0), 0, 0, 0)
        if (mark !== '') tokens.push(cache.add(mark, core.tcat.hash.punctuation ?? 0), 0, 0, 0)
      } else tokenize(wrapTokens({ cache, tokens, nonBreakingSpaces: {} }), stretch)
      for (; forgotten < lexeme.list.length; forgotten++) delete lexeme.hash[lexeme.list[forgotten] ?? '']
      return tokens
    },
    unknown: () => lexeme.list.length - known,
  }
}
