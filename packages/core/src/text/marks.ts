import type { Form } from './form.ts'
import type { Token } from './read-text.ts'

/**
 * Marks say of a word whether a rule may have anything to do with it: one bit a rule, worked out of the rule's own lexicon
 * once for each written word. A text is then looked through for the few words that a rule has to look at closer. There are more
 * rules than bits when several languages are loaded: then rules share bits, and a mark says only that a closer look is worth it.
 */
type Concerns = (form: Form) => boolean

const kinds: Concerns[] = []
const BITS = 31

/** A new kind of mark, for the words that a rule `concerns`; that must depend on the word alone. Returns its bit. */
export const newMark = (concerns: Concerns): number => {
  kinds.push(concerns)
  return 1 << ((kinds.length - 1) % BITS)
}

const markWord = (form: Form): number => {
  if (form.marked === kinds.length) return form.marks
  for (let i = form.marked; i < kinds.length; i++) if (kinds[i]?.(form) === true) form.marks |= 1 << (i % BITS)
  form.marked = kinds.length
  return form.marks
}

interface Marked {
  readonly kinds: number
  readonly marks: Int32Array
}

const made = new WeakMap<readonly Form[], Marked>()

/** The marks of words in a row; worked out anew when there are new kinds since. */
export const marksOf = (words: readonly Form[]): Int32Array => {
  const known = made.get(words)
  if (known !== undefined && known.kinds === kinds.length) return known.marks
  const marks = new Int32Array(words.length)
  for (let i = 0; i < marks.length; i++) {
    const word = words[i]
    if (word !== undefined) marks[i] = markWord(word)
  }
  made.set(words, { kinds: kinds.length, marks })
  return marks
}

const ofTokens = new WeakMap<readonly Token[], Marked>()

/** The same of tokens. */
export const marksOfTokens = (tokens: readonly Token[]): Int32Array => {
  const known = ofTokens.get(tokens)
  if (known !== undefined && known.kinds === kinds.length) return known.marks
  const marks = new Int32Array(tokens.length)
  for (let i = 0; i < marks.length; i++) {
    const token = tokens[i]
    if (token !== undefined) marks[i] = markWord(token.form)
  }
  ofTokens.set(tokens, { kinds: kinds.length, marks })
  return marks
}
