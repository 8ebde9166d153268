import { type Form, formOf } from '../text/form.ts'
import type { ReadText } from '../text/read-text.ts'

/**
 * A text as lexicons match it: tokens split at hyphens, without the hyphens, so that "air strike", "air-strike" and
 * "air - strike" are one row. Of a piece typographic apostrophes are plain, and a final full stop is off.
 */
export interface Pieces {
  readonly text: ReadText
  readonly all: readonly Form[]
  /** Index of the token that each piece is of. */
  readonly token: ArrayLike<number>
  /** Index of each token's first piece; one more entry closes the last token. */
  readonly from: Int32Array
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

/** The pieces of a word, made once a word; the word itself where it is its only piece, as most are. */
const piecesOfForm = (form: Form): Form | readonly Form[] => {
  form.pieces ??= PLAIN_WORD.test(form.text) ? form : splitWord(form.text).map(formOf)
  return form.pieces
}

const made = new WeakMap<ReadText, Pieces>()

/** The pieces of a text; made once a text. */
export const piecesOf = (text: ReadText): Pieces => {
  const known = made.get(text)
  if (known !== undefined) return known
  const pieces = makePieces(text)
  made.set(text, pieces)
  return pieces
}

const makePieces = (text: ReadText): Pieces => {
  const { tokens } = text
  const from = new Int32Array(tokens.length + 1)
  const all: Form[] = []
  const owner: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const pieces = piecesOfForm(token.form)
    if ('text' in pieces) {
      all.push(pieces)
      owner.push(i)
    } else
      for (const piece of pieces) {
        all.push(piece)
        owner.push(i)
      }
    from[i + 1] = all.length
  }
  return { text, all, token: owner, from }
}
