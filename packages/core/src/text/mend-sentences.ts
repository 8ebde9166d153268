import { type Form, formOf } from './form.ts'
import type { Word } from './words.ts'

/** What the mending of sentences needs to know of a language's abbreviations. */
export interface Abbreviations {
  /** Those that never end a sentence ("Gen."), as they are spelt, without their full stop. */
  readonly inner: ReadonlySet<string>
  /** Those that end none where a number follows ("No. 5"). */
  readonly beforeNumber: ReadonlySet<string>
}

export const NO_ABBREVIATIONS: Abbreviations = { inner: new Set(), beforeNumber: new Set() }

const CLOSING = /^["'\u2019\u201d\u00bb)\]}]+$/
const SOFT_END = /^(?:[?!\u2026]+|\.{2,}|["'\u2019\u201d\u00bb)\]]+)$/
const NO_WORD = /^[^\p{L}\p{N}]+$/u

/**
 * The words of a line with the beginnings of its sentences mended: abbreviations join their full stop and end no
 * sentence, closing quotes and brackets stay with what they close, a small letter after a question mark, an ellipsis,
 * a quote or a full stop that touches it goes on with the sentence, and no sentence is made of marks alone.
 */
export const mendSentences = (words: readonly Word[], known: Abbreviations): readonly Word[] => {
  const mended: Word[] = []
  let hasWord = false
  let owed = false
  for (const word of joinFullStops(words, known)) {
    const before: Word | undefined = mended[mended.length - 1]
    const wants: boolean = word.opens || owed
    const closes: boolean = wants && before !== undefined && before.end === word.start && CLOSING.test(word.form.text)
    owed = closes
    const opens: boolean = before === undefined || (wants && !closes && hasWord && !goesOn(before, word, known))
    mended.push(opens === word.opens ? word : { ...word, opens })
    hasWord = (hasWord && !opens) || isWord(word.form)
  }
  return hasWord ? mended : joinLast(mended)
}

/** Whether a sentence that seems to begin goes on with the one before. */
const goesOn = (before: Word, word: Word, known: Abbreviations): boolean => {
  const end = before.form.text
  const begin = word.form.text
  if (end.endsWith('.') && end.length > 1) {
    const stem = end.slice(0, -1)
    if (known.inner.has(stem) || (known.beforeNumber.has(stem) && /^\d/.test(begin))) return true
  }
  if (!/^\p{Ll}/u.test(begin)) return false
  return SOFT_END.test(end) || (end === '.' && before.end === word.start)
}

/** Makes one word of an abbreviation and the full stop that touches it. */
const joinFullStops = (words: readonly Word[], known: Abbreviations): readonly Word[] => {
  if (!hasAbbreviation(words, known)) return words
  const joined: Word[] = []
  for (const word of words) {
    const before = joined[joined.length - 1]
    if (before !== undefined && isFullStop(before, word, known))
      joined[joined.length - 1] = { ...before, end: word.end, form: formOf(`${before.form.text}.`) }
    else joined.push(word)
  }
  return joined
}

const hasAbbreviation = (words: readonly Word[], known: Abbreviations): boolean => {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]
    if (word !== undefined && word.form.text.length === 1 && isFullStop(words[i - 1], word, known)) return true
  }
  return false
}

/** Whether a word is the full stop of the abbreviation before it. */
const isFullStop = (before: Word | undefined, word: Word, known: Abbreviations): boolean =>
  word.form.text === '.' &&
  before?.end === word.start &&
  (known.inner.has(before.form.text) || known.beforeNumber.has(before.form.text))

/** Marks alone at the end of a line belong to the last sentence. */
const joinLast = (words: Word[]): readonly Word[] => {
  const last = words.findLastIndex((word) => word.opens)
  const word = words[last]
  if (word !== undefined && last > 0) words[last] = { ...word, opens: false }
  return words
}

/** Whether a word is more than marks. */
const isWord = ({ text }: Form): boolean => {
  const code = text.charCodeAt(0) | 32
  return (code >= 97 && code <= 122) || !NO_WORD.test(text)
}
