import type { Form } from './form.ts'
import type { Token } from './read-text.ts'

/**
 * Marks say of a word whether a rule may have anything to do with it: one bit a rule, worked out of the rule's own lexicon
 * once for each written word. A text is then looked through for the few words that a rule has to look at closer. There are more
 * rules than bits when several languages are loaded: then rules share bits, and a mark says only that a closer look is worth it.
 */
type Concerns = (form: Form) => boolean

const BITS = 31
let kinds = 0
/** The marks of words that rules name, as they are spelt: one look-up tells them all, and most words of a text are none. */
const named = new Map<string, number>()
const others: { readonly bit: number; readonly concerns: Concerns }[] = []

/**
 * A new kind of mark, for `words` (in lower case, or with capitals where they are so written) and for other words that a rule
 * `concerns`; that must depend on the word alone. Returns its bit.
 */
export const newMark = (words: Iterable<string>, concerns: Concerns | null = null): number => {
  const bit = 1 << (kinds++ % BITS)
  for (const word of words) named.set(word, (named.get(word) ?? 0) | bit)
  if (concerns !== null) others.push({ bit, concerns })
  return bit
}

const markWord = (form: Form): number => {
  if (form.marked === kinds) return form.marks
  let marks = namedOf(form)
  for (const { bit, concerns } of others) if (concerns(form)) marks |= bit
  form.marks = marks
  form.marked = kinds
  return marks
}

/** A word with capitals may be a possessive that lost its apostrophe ("Russias"). */
const namedOf = ({ text, lower }: Form): number => {
  const marks = named.get(lower) ?? 0
  if (text === lower) return marks
  const spelled = marks | (named.get(text) ?? 0)
  if (!lower.endsWith('s')) return spelled
  return spelled | (named.get(lower.slice(0, -1)) ?? 0) | (named.get(text.slice(0, -1)) ?? 0)
}

interface Marked {
  readonly kinds: number
  readonly marks: Int32Array
}

const made = new WeakMap<readonly Form[], Marked>()

/** The marks of words in a row; worked out anew when there are new kinds since. */
export const marksOf = (words: readonly Form[]): Int32Array => {
  const known = made.get(words)
  if (known !== undefined && known.kinds === kinds) return known.marks
  const marks = new Int32Array(words.length)
  for (let i = 0; i < marks.length; i++) {
    const word = words[i]
    if (word !== undefined) marks[i] = markWord(word)
  }
  made.set(words, { kinds, marks })
  return marks
}

const ofTokens = new WeakMap<readonly Token[], Marked>()

/** The same of tokens. */
export const marksOfTokens = (tokens: readonly Token[]): Int32Array => {
  const known = ofTokens.get(tokens)
  if (known !== undefined && known.kinds === kinds) return known.marks
  const marks = new Int32Array(tokens.length)
  for (let i = 0; i < marks.length; i++) {
    const token = tokens[i]
    if (token !== undefined) marks[i] = markWord(token.form)
  }
  ofTokens.set(tokens, { kinds, marks })
  return marks
}
