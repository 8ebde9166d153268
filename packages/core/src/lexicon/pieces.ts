import type { ReadText, Token } from '../text/read-text.ts'

/**
 * A text as lexicons match it: tokens split at hyphens, without the hyphens, so that "air strike", "air-strike" and
 * "air - strike" are one row. `word` is lower-cased, typographic apostrophes are plain, a final full stop is off.
 */
export interface Pieces {
  readonly word: readonly string[]
  /** The piece as it is written. */
  readonly text: readonly string[]
  /** Index of the token that each piece is of. */
  readonly token: readonly number[]
  /** Index of each token's first piece; one more entry closes the last token. */
  readonly from: readonly number[]
}

const HYPHENS = /[-‐‑–]/
const LETTER = /\p{L}/u
const PLAIN_WORD = /^[A-Za-z]+$/

/** The written pieces of one word: "al-Bab" → al, Bab; "2012-03-04" and "–" stay whole; a lone hyphen has none. */
export const splitWord = (text: string): readonly string[] => {
  if (text === '-' || text === '‐' || text === '‑') return []
  if (text.length === 1 || !HYPHENS.test(text) || !LETTER.test(text)) return [trim(text)]
  return text
    .split(HYPHENS)
    .filter((part) => part !== '')
    .map(trim)
}

const trim = (text: string): string => {
  const plain = text.includes('’') ? text.replaceAll('’', "'") : text
  return plain.length > 1 && plain.endsWith('.') && LETTER.test(plain) ? plain.slice(0, -1) : plain
}

const made = new WeakMap<ReadText, Pieces>()

/** The pieces of a text; made once a text. */
export const piecesOf = (text: ReadText): Pieces => {
  const known = made.get(text)
  if (known !== undefined) return known
  const pieces = makePieces(text.tokens)
  made.set(text, pieces)
  return pieces
}

const makePieces = (tokens: readonly Token[]): Pieces => {
  const word: string[] = []
  const written: string[] = []
  const owner: number[] = []
  const from: number[] = []
  tokens.forEach((token, i) => {
    from.push(word.length)
    // Most tokens are nothing but letters: one pattern says so, where splitting asks several and makes an array.
    if (PLAIN_WORD.test(token.text)) {
      written.push(token.text)
      word.push(token.lower)
      owner.push(i)
      return
    }
    for (const part of splitWord(token.text)) {
      written.push(part)
      word.push(part.toLowerCase())
      owner.push(i)
    }
  })
  from.push(word.length)
  return { word, text: written, token: owner, from }
}
