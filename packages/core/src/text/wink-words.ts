import { type RecentMap, recentMap } from '../model/recent-map.ts'
import { detached, type Form, formOf } from './form.ts'
import { type Machine, PASSED_OVER } from './machine.ts'
import type { Tag } from './read-text.ts'
import { stretchTable } from './stretch-table.ts'
import { type CutToken, loadWink, type WinkModel } from './wink-model.ts'

/** A word as the model knows it, with all that the machines ask of it. The same object wherever it stands. */
export interface WinkWord {
  readonly form: Form
  /** Its tag before the machines look at its neighbours, by number. */
  readonly tag: number
  /** Whether that tag stands, whatever the machines say. */
  readonly fixed: boolean
  /** Its column in the machine of sentences: after a space, and with none before it. */
  readonly spaced: number
  readonly unspaced: number
  /** Its columns in the two tagging machines where it has ones of its own, else −1: its tag has. */
  readonly first: number
  readonly second: number
  /** Bit n: the model knows the word with tag n. */
  readonly possible: number
  /** Where the word is a possessive in one piece: the word and its ending. */
  readonly possessive: readonly [Form, Form] | null
}

/** A word of two letters or more and nothing else, such as most stretches are, or are but for a mark behind them. */
export interface PlainWord {
  readonly word: WinkWord
  /** Whether a stretch of these letters alone is several words ("cannot"). */
  readonly contracted: boolean
  /** Whether it is one word with a full stop behind it ("Gen."). */
  readonly shortened: boolean
}

/** What a stretch without spaces is cut into: words with their offsets within it. */
export interface Stretch {
  readonly words: readonly WinkWord[]
  readonly starts: readonly number[]
  /** Whether the words hold every character, in order. */
  readonly whole: boolean
}

/** Wink's model with the words and stretches met lately. Of a line from `start` to `end`; `hash` is any number that depends on its characters alone. */
export interface WinkWords {
  readonly model: WinkModel
  readonly columnsOfTags: readonly [Int32Array, Int32Array]
  readonly tagNames: readonly Tag[]
  /** The word of some letters. */
  plain(line: string, start: number, end: number, hash: number): PlainWord
  /** Cuts a stretch that is no such word, or one with anything else. */
  cut(line: string, start: number, end: number, hash: number): Stretch
  /** A mark behind a word; undefined for a character that a word may hold. */
  mark(code: number): WinkWord | undefined
}

/** Words of letters, other stretches, and their parts that are remembered. Powers of two. */
const PLAIN_WORDS = 1 << 15
const STRETCHES = 1 << 13
const PARTS = 1 << 13
/** Marks that wink cuts off any word of letters. */
const MARKS = [',', '.', '!', ';', '?', ':']
const TAGS = 19
/** Wink's tag of a word that it knows nothing of: a noun. */
const NOUN = 8

const makeWords = (): WinkWords => {
  const model = loadWink()
  const wordOf = wordMaker(model)
  const plain = stretchTable<PlainWord>(PLAIN_WORDS)
  const stretches = stretchTable<Stretch>(STRETCHES)
  const parts: RecentMap<string, WinkWord> = recentMap(PARTS)
  const marks: (WinkWord | undefined)[] = new Array(128).fill(undefined)
  for (const mark of MARKS) marks[mark.charCodeAt(0)] = wordOf(model.mark(mark))
  return {
    model,
    columnsOfTags: [columnsOfTags(model.taggers[0]), columnsOfTags(model.taggers[1])],
    tagNames: model.tagNames,
    plain: (line, start, end, hash) => {
      const known = plain.get(line, start, end, hash)
      if (known !== undefined) return known
      const letters = line.slice(start, end)
      const word = wordOf(model.word(letters))
      const made = {
        word,
        contracted: model.isContraction(letters),
        shortened: model.shortened.has(letters),
      }
      plain.set(word.form.text, hash, made)
      return made
    },
    cut: (line, start, end, hash) => {
      const known = stretches.get(line, start, end, hash)
      if (known !== undefined) return known
      const written = detached(line.slice(start, end))
      const stretch = cutStretch(model.cut(written), written, (token) => internedWord(parts, token, wordOf))
      stretches.set(written, hash, stretch)
      return stretch
    },
    mark: (code) => marks[code],
  }
}

let words: WinkWords | undefined

/** The words of English, as wink's model has them. */
export const winkWords = (): WinkWords => {
  words ??= makeWords()
  return words
}

const columnOf = (machine: Machine, symbol: number): number => machine.columns.get(symbol) ?? 0

/** Wink passes over a word without any tag. */
const columnsOfTags = (machine: Machine): Int32Array =>
  Int32Array.from({ length: TAGS }, (_, tag) => (tag === 0 ? PASSED_OVER : columnOf(machine, tag)))

const cutStretch = (tokens: readonly CutToken[], stretch: string, wordOf: (token: CutToken) => WinkWord): Stretch => {
  const words: WinkWord[] = []
  const starts: number[] = []
  let at = 0
  let whole = true
  for (const token of tokens) {
    const start = token.text === '' ? -1 : stretch.indexOf(token.text, at)
    if (start !== at) whole = false
    if (start < 0) continue
    at = start + token.text.length
    words.push(wordOf(token))
    starts.push(start)
  }
  return { words, starts, whole: whole && at === stretch.length }
}

/** The same letters may be of another kind ("USD", and "USD" of "USD$5"); a part of a contraction has a normal form and a tag of its own. */
const internedWord = (
  known: RecentMap<string, WinkWord>,
  token: CutToken,
  wordOf: (token: CutToken) => WinkWord,
): WinkWord => {
  const key = `${token.text} ${token.category} ${token.expansion} ${token.tag}`
  const before = known.get(key)
  if (before !== undefined) return before
  const word = wordOf(token)
  known.set(key, word)
  return word
}

/** What wink adds to a hint to tell it from a word or a tag. */
const HINT = 1_080_000
/** Where a part of a contraction has the place of its normal form, as wink packs it. */
const EXPANSION_SHIFT = 16

const wordMaker = (model: WinkModel): ((token: CutToken) => WinkWord) => {
  const { cache, sentences, taggers, unknown } = model
  const clusters: (number | undefined)[] = []
  /** The tags that the model knows a word with: many words share them. */
  const possibleOf = (normal: number): number => {
    const cluster = cache.property(normal, 'lexemeCID')
    const known = clusters[cluster]
    if (known !== undefined) return known
    let possible = 0
    for (let tag = 1; tag < TAGS; tag++) if (cache.isMemberPOS(normal, tag)) possible |= 1 << tag
    clusters[cluster] = possible
    return possible
  }
  const normalOf = ({ text, lexeme, expansion }: CutToken): number => {
    if (expansion > 0) return cache.nox(expansion << EXPANSION_SHIFT)
    return lexeme === unknown ? cache.mappedSpelling(model.lexemeOf(text.toLowerCase())) : cache.normal(lexeme)
  }
  const tagOf = ({ text, lexeme, category }: CutToken): number =>
    (lexeme === unknown ? model.guess(text, category) : cache.posOf(cache.mappedSpelling(lexeme))) || NOUN
  return (token) => {
    const { text, lexeme } = token
    const normal = normalOf(token)
    const hint = cache.property(lexeme, 'posHint')
    return {
      form: formOf(text),
      tag: token.expansion === 0 ? tagOf(token) : token.tag,
      fixed: token.expansion > 0,
      spaced: columnOf(sentences, sentenceSymbol(model, normal, token, true)),
      unspaced: columnOf(sentences, sentenceSymbol(model, normal, token, false)),
      first: hint ? columnOf(taggers[0], hint + HINT) : -1,
      second: hint ? columnOf(taggers[1], hint + HINT) : -1,
      possible: possibleOf(normal),
      possessive: /.'[sS]$/.test(text) ? [formOf(text.slice(0, -2)), formOf(text.slice(-2))] : null,
    }
  }
}

/** Hints of the machine of sentences: a mark that may close or open, and the same after a space. */
const MARK = 4
const MARK_AFTER_SPACE = 6
/** An abbreviation likely ends a sentence, a single letter does not. */
const LIKELY_END = 7
const NO_END = 8

/** A word as the machine of sentences sees it. */
const sentenceSymbol = (
  { cache, unknown }: WinkModel,
  normal: number,
  { text, lexeme }: CutToken,
  afterSpace: boolean,
): number => {
  const hint = cache.property(normal, 'sbdHint') || cache.property(lexeme, 'sbdHint')
  if (hint) return HINT + (hint === MARK && afterSpace ? MARK_AFTER_SPACE : hint)
  const isAbbreviation = normal === unknown ? /[a-z].*\.$/i.test(text) : cache.property(normal, 'isAbbrev') !== 0
  if (!isAbbreviation) return normal
  return HINT + ((normal === unknown ? text : cache.value(normal)).length === 2 ? NO_END : LIKELY_END)
}
