import type { ReadText, Token } from '../../../text/read-text.ts'

/** Half-open token range. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

const isNominal = (token: Token): boolean =>
  token.tag === 'NOUN' || token.tag === 'PROPN' || token.tag === 'ADJ' || token.tag === 'X' || token.tag === 'SYM'

const isHyphen = (token: Token): boolean => token.text === '-' || token.text === '‑' || token.text === '–'
const isPossessive = (token: Token): boolean => token.tag === 'PART' && /^['’]/.test(token.text)
const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** What a walk over a noun phrase needs to know of a language. */
export interface PhraseWords {
  /** Class of a small word; see `function-words.tsv`. */
  readonly classOf: (lower: string) => string | undefined
  /** Whether a noun that ends just before a token may be specified by a phrase after it ("source at …"). */
  readonly isHeadBefore: (token: number) => boolean
  /** Whether a token is part of a source's word: a noun whatever its tag. */
  readonly isSource: (token: number) => boolean
}

/**
 * The noun phrase whose last word is `end`, walking left to `floor` at most: through modifiers to an article, across
 * "of", "for", "at" when what stands before them is a head that such phrases specify.
 */
export const phraseEndingAt = (text: ReadText, end: number, floor: number, words: PhraseWords): TokenRange | null => {
  let at = end
  let first = end + 1
  while (at >= floor) {
    const token = text.tokens[at]
    if (token === undefined) break
    if (token.tag === 'DET') {
      first = at
      at = stepOverLink(text, at - 1, floor, words)
      if (at < 0) break
      continue
    }
    const joins = words.classOf(token.lower)
    if (joins === 'link' || joins === 'owner') {
      at = leads(text, at, words) ? at - 1 : -1
      if (at < 0) break
      continue
    }
    if (!fits(text, at, words, joins)) break
    if (!isHyphen(token)) first = at
    at--
  }
  return first > end ? null : { first, last: end + 1 }
}

const fits = (text: ReadText, at: number, words: PhraseWords, wordClass: string | undefined): boolean => {
  const token = text.tokens[at]
  if (token === undefined) return false
  if (words.isSource(at) && token.tag !== 'PUNCT') return true
  if (wordClass === 'particle' || wordClass === 'kunya' || isNominal(token) || isPossessive(token)) return true
  if (token.text === ')' || token.text === '(') return false
  if (isHyphen(token)) return true
  const next = text.tokens[at + 1]
  const previous = text.tokens[at - 1]
  // "Britain-based", "state-run": a participle inside a compound
  if (token.tag === 'VERB' && previous !== undefined && isHyphen(previous)) return true
  if (wordClass === 'join')
    return next !== undefined && previous !== undefined && isNominal(next) && isNominal(previous)
  // "Reporters Without Borders": a capital between capitals
  if (token.tag === 'ADP' && isCapital(token) && wordClass === undefined)
    return next !== undefined && previous !== undefined && isCapital(next) && isCapital(previous)
  // "the Harm Monitor": a name's word that looks like a verb
  return token.tag === 'VERB' && isCapital(token) && [next, previous].some((one) => one !== undefined && isCapital(one))
}

/** Whether a link leads on to the left: from what specifies a head, or from whom a person belongs to. */
const leads = (text: ReadText, at: number, words: PhraseWords): boolean => {
  const kind = words.classOf(text.tokens[at]?.lower ?? '')
  if (kind !== 'link' && kind !== 'owner') return false
  if (words.isHeadBefore(at)) return true
  const [last, before] = [text.tokens[at - 1], text.tokens[at - 2]]
  return kind === 'owner' && last?.tag === 'PROPN' && before?.tag === 'PROPN' && isCapital(last) && isCapital(before)
}

/** After an article: −1, or the word before a link that leads further left. */
const stepOverLink = (text: ReadText, at: number, floor: number, words: PhraseWords): number => {
  const token = text.tokens[at]
  if (at < floor || token === undefined) return -1
  return leads(text, at, words) ? at - 1 : -1
}

/** The noun phrase that starts at `start`, walking right to `ceiling` (exclusive) at most. */
export const phraseStartingAt = (
  text: ReadText,
  start: number,
  ceiling: number,
  words: PhraseWords,
): TokenRange | null => {
  let at = start
  let last = start
  if (text.tokens[at]?.tag === 'DET') at++
  while (at < ceiling) {
    const token = text.tokens[at]
    if (token === undefined) break
    const wordClass = words.classOf(token.lower)
    if (wordClass === 'link' || wordClass === 'owner') {
      const next = text.tokens[at + 1]
      if (!words.isHeadBefore(at) || next === undefined || !(isNominal(next) || next.tag === 'DET')) break
      at += next.tag === 'DET' ? 2 : 1
      continue
    }
    if (!fits(text, at, words, wordClass)) break
    at++
    if (!isHyphen(token) && !isPossessive(token)) last = at
  }
  return last > start ? { first: start, last } : null
}
