import type { Form } from './form.ts'
import type { ReadText } from './read-text.ts'

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

/** The marks of a word. */
export const marksOf = (form: Form): number => {
  if (form.marked === kinds.length) return form.marks
  for (let i = form.marked; i < kinds.length; i++) if (kinds[i]?.(form) === true) form.marks |= 1 << (i % BITS)
  form.marked = kinds.length
  return form.marks
}

const made = new WeakMap<ReadText, { readonly kinds: number; readonly marks: Int32Array }>()

/** The marks of a text's tokens; worked out anew when there are new kinds since. */
export const marksOfText = (text: ReadText): Int32Array => {
  const known = made.get(text)
  if (known !== undefined && known.kinds === kinds.length) return known.marks
  const { tokens } = text
  const marks = new Int32Array(tokens.length)
  for (let i = 0; i < marks.length; i++) {
    const token = tokens[i]
    if (token !== undefined) marks[i] = marksOf(token.form)
  }
  made.set(text, { kinds: kinds.length, marks })
  return marks
}
