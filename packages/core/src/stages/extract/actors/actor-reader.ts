import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { Token } from '../../../text/read-text.ts'
import type { Layout } from '../layout.ts'
import type { ActorLexicon, AttackClass, Side } from './actor-lexicon.ts'

export interface Reader {
  readonly layout: Layout
  readonly lexicon: ActorLexicon
  readonly verbs: ReadonlyMap<number, PatternMatch<AttackClass>>
  readonly nouns: ReadonlyMap<number, PatternMatch<AttackClass>>
  /** The attack word that ends before each token. */
  readonly verbEnds: ReadonlyMap<number, PatternMatch<AttackClass>>
  /** Tokens of the harm words of claims: whether the victims stand after them ("killed 12"). */
  readonly active: ReadonlyMap<number, boolean>
  /** Where the numbers of claims begin, their hedges included. */
  readonly counts: ReadonlySet<number>
  /** Tokens right behind words for fighters and for what carries their weapons. */
  readonly armed: ReadonlySet<number>
  /** Where the actor phrase ends that starts at a token. */
  readonly actorAt: Map<number, number>
}

export interface Phrase {
  readonly first: number
  readonly last: number
  /** Named by an adjective or modifier alone ("Russian", "rebel"): an actor only before an attack's noun. */
  readonly bare: boolean
  /** Says where or of what kind an attack was when it stands before its noun ("the Syria raid", "military operation"). */
  readonly describes: boolean
  /** Named by what carries the weapons ("government jets"). */
  readonly machine: boolean
  readonly side: Side
}

export const tokenAt = (reader: Reader, at: number): Token | undefined => reader.layout.text.tokens[at]

export const isHyphen = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–]$/.test(token.text)

export const isPossessive = (token: Token | undefined): boolean => token?.tag === 'PART' && /^['’]/.test(token.text)

export const isTime = (reader: Reader, at: number): boolean => reader.layout.timeAt[at] === 1

/** "its", "their": whose somebody's fighters or jets are stands before. */
export const isPossessor = (reader: Reader, at: number): boolean =>
  reader.lexicon.words.get(tokenAt(reader, at)?.lower ?? '') === 'whose'

/** Tokens around an actor that are surely of its clause. */
export const CLAUSE = 6

/** The token before a phrase, its article left out, and the mark that opens it where the text only quotes its name. */
export const beforePhrase = (reader: Reader, phrase: Phrase): number => {
  let at = phrase.first - 1
  for (;;) {
    const token = tokenAt(reader, at)
    if (token?.tag !== 'DET' && token?.tag !== 'ADJ' && !isQuote(token)) return at
    at--
  }
}

const isQuote = (token: Token | undefined): boolean => token !== undefined && /^["“”‘’'`´«»]+$/.test(token.text)
