import { detached, type Form, formOf } from './form.ts'
import { type Machine, PASSED_OVER } from './machine.ts'
import type { Tag } from './read-text.ts'
import { type RecentMap, recentMap } from './recent-map.ts'
import { loadWink, type WinkModel } from './wink-model.ts'

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

/** What a stretch without spaces is cut into: one word, or several with their offsets within it. */
export type Stretch = WinkWord | Parts

interface Parts {
  readonly words: readonly WinkWord[]
  readonly starts: readonly number[]
  /** Whether the words hold every character, in order. */
  readonly whole: boolean
}

/** Whether a stretch is one word. */
export const isWord = (stretch: Stretch): stretch is WinkWord => 'form' in stretch

/** Wink's model with the stretches met lately. */
export interface WinkWords {
  readonly model: WinkModel
  readonly columnsOfTags: readonly [Int32Array, Int32Array]
  readonly tagNames: readonly Tag[]
  /** Cuts the stretch of a line from `start` to `end`; `hash` is any number that depends on its characters alone. */
  cut(line: string, start: number, end: number, hash: number): Stretch
}

/** Stretches that are remembered. */
const REMEMBERED = 1 << 14
/** Stretches that are found at once, without making a string of them: the last one of each hash. A power of two. */
const AT_HAND = 1 << 15
/** Unknown words after which the model is loaded anew, so that its memory stays bounded. */
const MAX_UNKNOWN_WORDS = 50_000
/** What wink adds to a hint to tell it from a word or a tag. */
const HINT = 1_080_000
const TAGS = 19
/** Wink's tag of a word that it knows nothing of: a noun. */
const NOUN = 8

const makeWords = (): WinkWords => {
  const model = loadWink()
  const stretches: RecentMap<string, Stretch> = recentMap(REMEMBERED)
  const known: RecentMap<string, WinkWord> = recentMap(REMEMBERED)
  const plain: RecentMap<string, WinkWord> = recentMap(REMEMBERED)
  const atHand: ({ readonly written: string; readonly stretch: Stretch } | undefined)[] = new Array(AT_HAND)
  return {
    model,
    columnsOfTags: [columnsOfTags(model.taggers[0]), columnsOfTags(model.taggers[1])],
    tagNames: model.tagNames,
    cut: (line, start, end, hash) => {
      const place = (hash ^ (hash >>> 15)) & (AT_HAND - 1)
      const last = atHand[place]
      if (last !== undefined && stands(last.written, line, start, end)) return last.stretch
      const written = detached(line.slice(start, end))
      const stretch = stretches.get(written) ?? cutPlain(model, plain, written) ?? cutStretch(model, known, written)
      stretches.set(written, stretch)
      atHand[place] = { written, stretch }
      return stretch
    },
  }
}

/** Whether a line has just these characters from `start` to `end`. */
const stands = (written: string, line: string, start: number, end: number): boolean => {
  if (written.length !== end - start) return false
  for (let i = 0; i < written.length; i++) if (written.charCodeAt(i) !== line.charCodeAt(start + i)) return false
  return true
}

let words: WinkWords | undefined

/** The words of English, as wink's model has them. */
export const winkWords = (): WinkWords => {
  if (words === undefined || words.model.unknown() > MAX_UNKNOWN_WORDS) words = makeWords()
  return words
}

const columnOf = (machine: Machine, symbol: number): number => machine.columns.get(String(symbol)) ?? 0

/** Wink passes over a word without any tag. */
const columnsOfTags = (machine: Machine): Int32Array =>
  Int32Array.from({ length: TAGS }, (_, tag) => (tag === 0 ? PASSED_OVER : columnOf(machine, tag)))

/** Layout of wink's tokens: four numbers each; the second holds the spaces before in its lower half, the third the tag. */
const TOKEN_SIZE = 4
const SPACES = 0xffff
const SPACE_BITS = 16
const TAG_MASK = 0x3f00000
const TAG_SHIFT = 20

/** A word of letters alone, or one with a mark behind it: a single letter with a full stop is an initial. */
const PLAIN = /^([A-Za-z]{2,})([,.!;?:])?$/

/** What most stretches are, for which wink's tokenizer tries a dozen patterns; null for any other. */
const cutPlain = (model: WinkModel, plain: RecentMap<string, WinkWord>, stretch: string): Stretch | null => {
  const wordBy = (text: string, numberOf: (text: string) => number): WinkWord => {
    const before = plain.get(text)
    if (before !== undefined) return before
    const word = wordOf(model, numberOf(text), 0, 0, text)
    plain.set(text, word)
    return word
  }
  const known = model.lookup(stretch)
  if (known !== null) return known.length === 1 ? wordBy(stretch, () => known[0] ?? 0) : null
  const [, letters = '', mark] = PLAIN.exec(stretch) ?? []
  if (letters === '') return null
  const word = wordBy(letters, model.word)
  if (mark === undefined) return word
  return { words: [word, wordBy(mark, model.mark)], starts: [0, letters.length], whole: true }
}

const cutStretch = (model: WinkModel, known: RecentMap<string, WinkWord>, stretch: string): Stretch => {
  const raw = model.cut(stretch)
  const words: WinkWord[] = []
  const starts: number[] = []
  let at = 0
  let whole = true
  for (let i = 0; i < raw.length; i += TOKEN_SIZE) {
    const lexeme = raw[i] ?? 0
    const text = model.cache.value(lexeme)
    const start = text === '' ? -1 : stretch.indexOf(text, at)
    if (start !== at) whole = false
    if (start < 0) continue
    at = start + text.length
    words.push(internedWord(model, known, lexeme, raw[i + 1] ?? 0, raw[i + 2] ?? 0, text))
    starts.push(start)
  }
  whole &&= at === stretch.length
  const [only] = words
  return only !== undefined && words.length === 1 && whole ? only : { words, starts, whole }
}

/** The same letters may be of another kind ("USD", and "USD" of "USD$5"); a part of a contraction has a normal form and a tag of its own. */
const internedWord = (
  model: WinkModel,
  known: RecentMap<string, WinkWord>,
  lexeme: number,
  spaces: number,
  tagged: number,
  text: string,
): WinkWord => {
  const key = `${text} ${model.cache.posOf(lexeme)} ${spaces >>> SPACE_BITS} ${tagged}`
  const before = known.get(key)
  if (before !== undefined) return before
  const word = wordOf(model, lexeme, spaces, tagged, text)
  known.set(key, word)
  return word
}

const wordOf = (
  { cache, sentences, taggers }: WinkModel,
  lexeme: number,
  spaces: number,
  tagged: number,
  text: string,
): WinkWord => {
  const normal = spaces > SPACES ? cache.nox(spaces) : cache.normal(lexeme)
  const hint = cache.property(lexeme, 'posHint')
  let possible = 0
  for (let tag = 1; tag < TAGS; tag++) if (cache.isMemberPOS(normal, tag)) possible |= 1 << tag
  return {
    form: formOf(text),
    tag: tagged === 0 ? cache.posOf(cache.mappedSpelling(lexeme)) || NOUN : (tagged & TAG_MASK) >>> TAG_SHIFT,
    fixed: tagged !== 0,
    spaced: columnOf(sentences, sentenceSymbol(cache, normal, lexeme, true)),
    unspaced: columnOf(sentences, sentenceSymbol(cache, normal, lexeme, false)),
    first: hint ? columnOf(taggers[0], hint + HINT) : -1,
    second: hint ? columnOf(taggers[1], hint + HINT) : -1,
    possible,
    possessive: /.'[sS]$/.test(text) ? [formOf(text.slice(0, -2)), formOf(text.slice(-2))] : null,
  }
}

/** Hints of the machine of sentences: a mark that may close or open, and the same after a space. */
const MARK = 4
const MARK_AFTER_SPACE = 6
/** An abbreviation likely ends a sentence, a single letter does not. */
const LIKELY_END = 7
const NO_END = 8

/** A word as the machine of sentences sees it. */
const sentenceSymbol = (cache: WinkModel['cache'], normal: number, lexeme: number, afterSpace: boolean): number => {
  const hint = cache.property(normal, 'sbdHint') || cache.property(lexeme, 'sbdHint')
  if (hint) return HINT + (hint === MARK && afterSpace ? MARK_AFTER_SPACE : hint)
  if (!cache.property(normal, 'isAbbrev')) return normal
  return HINT + (cache.value(normal).length === 2 ? NO_END : LIKELY_END)
}
