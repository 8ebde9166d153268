import model from 'wink-eng-lite-web-model'
import makeCache, { type Cache } from 'wink-nlp/src/cache.js'
import compileTRex from 'wink-nlp/src/compile-trex.js'
import makeTokenizer, { type TokenSink } from 'wink-nlp/src/tokenizer.js'
import { compileMachine, type Machine } from './machine.ts'
import type { Tag } from './read-text.ts'

/** A token as wink's tokenizer cuts it out of a stretch. */
export interface CutToken {
  readonly text: string
  /** Its number in the model; `WinkModel.unknown` for a word that the model lacks. */
  readonly lexeme: number
  /** What kind of token the tokenizer takes an unknown word for. */
  readonly category: number
  /** Of a part of a contraction, where its normal form stands, and its tag; else 0. */
  readonly expansion: number
  readonly tag: number
}

/** Wink's tokenizer and what its model says of words. It learns nothing: an unknown word is read by its letters each time. */
export interface WinkModel {
  readonly cache: Cache
  readonly sentences: Machine
  /** Run one after the other; each corrects the tags of the one before. */
  readonly taggers: readonly [Machine, Machine]
  readonly tagNames: readonly Tag[]
  /** Stands for the number of all words that the model lacks. */
  readonly unknown: number
  /** Words of letters that the model has with a full stop ("Gen."), without it. */
  readonly shortened: ReadonlySet<string>
  /** Cuts a stretch without spaces. */
  cut(stretch: string): readonly CutToken[]
  /** A stretch that is known to be one token: a word of letters, or a mark. */
  word(letters: string): CutToken
  mark(character: string): CutToken
  /** The number of a word as it stands, or `unknown`. */
  lexemeOf(word: string): number
  /** Whether a stretch as it stands is cut into parts by the model ("cannot"). */
  isContraction(stretch: string): boolean
  /** The tag of an unknown word by its letters, before its neighbours are looked at; 0 for none. */
  guess(word: string, category: number): number
}

interface Core {
  readonly features: {
    readonly lexeme: { readonly list: readonly string[]; readonly hash: Readonly<Record<string, number>> }
    readonly pos: { readonly list: readonly Tag[] }
  }
  readonly packing: { readonly config: object }
  readonly trex: object
  readonly tcat: { readonly hash: Readonly<Record<string, number>> }
  readonly preserve: object
}

interface Features {
  pos(word: string, category: number, cache: Pick<Cache, 'lookup' | 'posOf' | 'intrinsicSize'>): number
}

interface Parts {
  core(): Core
  sbd(): { readonly machines: readonly string[] }
  pos(): { readonly machines: readonly string[] }
  readonly featureFn: (config: object) => Features
}

/** Loads the model (about 90 ms). */
export const loadWink = (): WinkModel => {
  const parts = model as unknown as Parts
  const core = parts.core()
  const cache = makeCache(core, parts.featureFn)
  const tokenize = makeTokenizer(compileTRex(core.trex), core.tcat.hash, core.preserve)
  const { lexeme, pos } = core.features
  const unknown = lexeme.list.length
  const [sentences] = parts.sbd().machines.map(compileMachine)
  const [first, second] = parts.pos().machines.map(compileMachine)
  if (sentences === undefined || first === undefined || second === undefined)
    throw new RangeError('the English model lacks a machine: wink-eng-lite-web-model is not the version expected')
  const lexemeOf = (word: string): number => lexeme.hash[word] ?? unknown
  const tokenOf = (text: string, category: number): CutToken => ({
    text,
    lexeme: lexemeOf(text),
    category,
    expansion: 0,
    tag: 0,
  })
  const features = parts.featureFn(core.packing.config)
  const asking = { ...cache, lookup: (word: string) => cache.lookup(word) ?? [unknown] }
  return {
    cache,
    sentences,
    taggers: [first, second],
    tagNames: pos.list,
    unknown,
    shortened: new Set(lexeme.list.flatMap((word) => (/^[A-Za-z]{2,}\.$/.test(word) ? [word.slice(0, -1)] : []))),
    cut: (stretch) => {
      const tokens: CutToken[] = []
      tokenize(sinkInto(tokens, cache, tokenOf), stretch)
      return tokens
    },
    word: (letters) => tokenOf(letters, core.tcat.hash.word ?? 0),
    mark: (character) => tokenOf(character, core.tcat.hash.punctuation ?? 0),
    lexemeOf,
    isContraction: (stretch) => (cache.lookup(stretch)?.length ?? 1) > 1,
    guess: (word, category) => features.pos(word, category, asking),
  }
}

/** Layout of what the model has of a contraction: four numbers a part, its word, where its normal form stands, its lemma, its tag. */
const PART_SIZE = 4

/**
 * Takes tokens from wink's tokenizer. Wink itself would add each unknown word to its model, never to forget it; here it is known
 * for as long as its stretch is cut, which the tokenizer counts on.
 */
const sinkInto = (
  tokens: CutToken[],
  cache: Cache,
  tokenOf: (text: string, category: number) => CutToken,
): TokenSink => {
  const met = new Map<string, number>()
  return {
    _addToken: (text, category) => {
      const before = met.get(text)
      tokens.push(tokenOf(text, before ?? category))
      if (before !== undefined) return
      met.set(text, category)
      const lower = text.toLowerCase()
      if (!met.has(lower)) met.set(lower, category)
    },
    _addTokenIfInCache: (text) => {
      const known = cache.lookup(text)
      const category = met.get(text)
      if (known === null && category === undefined) return 0
      if (known === null || known.length === 1) tokens.push(tokenOf(text, category ?? 0))
      else
        for (let i = 0; i < known.length; i += PART_SIZE) {
          const lexeme = known[i] ?? 0
          const [expansion = 0, , tag = 0] = known.slice(i + 1, i + PART_SIZE)
          tokens.push({ text: cache.value(lexeme), lexeme, category: 0, expansion, tag })
        }
      return 1
    },
    isLexeme: (text) => met.has(text) || cache.lookup(text) !== null,
  }
}
