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
const FULL_STOP = 46
const NO_WORD = /^[^\p{L}\p{N}]+$/u

/**
 * The words of a line with the beginnings of its sentences mended: abbreviations join their full stop and end no
 * sentence, closing quotes and brackets stay with what they close, a small letter after a question mark, an ellipsis,
 * a quote or a full stop that touches it goes on with the sentence, and no sentence is made of marks alone.
 */
export const mendSentences = (line: string, words: readonly Word[], known: Abbreviations): readonly Word[] => {
  const mended: Word[] = []
  let hasWord = false
  let owed = false
  for (const word of joinFullStops(line, words, known)) {
    const before: Word | undefined = mended[mended.length - 1]
    const wants: boolean = word.opens || owed
    const closes: boolean =
      wants && before !== undefined && before.end === word.start && CLOSING.test(textOf(line, word))
    owed = closes
    const opens: boolean = before === undefined || (wants && !closes && hasWord && !goesOn(line, before, word, known))
    mended.push(opens === word.opens ? word : { ...word, opens })
    hasWord = (hasWord && !opens) || isWordAt(line, word)
  }
  return hasWord ? mended : joinLast(mended)
}

/** Whether a sentence that seems to begin goes on with the one before. */
const goesOn = (line: string, before: Word, word: Word, known: Abbreviations): boolean => {
  const end = textOf(line, before)
  const begin = textOf(line, word)
  if (end.endsWith('.') && end.length > 1) {
    const stem = end.slice(0, -1)
    if (known.inner.has(stem) || (known.beforeNumber.has(stem) && /^\d/.test(begin))) return true
  }
  if (!/^\p{Ll}/u.test(begin)) return false
  return SOFT_END.test(end) || (end === '.' && before.end === word.start)
}

/** Makes one word of an abbreviation and the full stop that touches it. */
const joinFullStops = (line: string, words: readonly Word[], known: Abbreviations): readonly Word[] => {
  if (known.inner.size + known.beforeNumber.size === 0) return words
  const joined: Word[] = []
  for (const word of words) {
    const before = joined[joined.length - 1]
    const stops = line.charCodeAt(word.start) === FULL_STOP && word.end - word.start === 1
    if (stops && before?.end === word.start && isKnown(textOf(line, before), known))
      joined[joined.length - 1] = { ...before, end: word.end }
    else joined.push(word)
  }
  return joined
}

const isKnown = (stem: string, known: Abbreviations): boolean => known.inner.has(stem) || known.beforeNumber.has(stem)

/** Marks alone at the end of a line belong to the last sentence. */
const joinLast = (words: Word[]): readonly Word[] => {
  const last = words.findLastIndex((word) => word.opens)
  const word = words[last]
  if (word !== undefined && last > 0) words[last] = { ...word, opens: false }
  return words
}

/** Whether a word is more than marks. */
const isWordAt = (line: string, word: Word): boolean => {
  const code = line.charCodeAt(word.start) | 32
  return (code >= 97 && code <= 122) || !NO_WORD.test(textOf(line, word))
}

const textOf = (line: string, word: Word): string => line.slice(word.start, word.end)
