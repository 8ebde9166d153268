import type { Token } from '../../../text/read-text.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'

interface Entry<T> {
  readonly words: readonly string[]
  readonly value: T
}

/** Fixed phrases by their first word, the longest first; null for a word that begins none. */
export type PhraseBook<T> = WordFact<readonly Entry<T>[] | null>

/** A phrase found at a token, `length` tokens long. */
export interface PhraseMatch<T> {
  readonly value: T
  readonly length: number
}

/** A book of phrases: words parted by single spaces, in lower case. */
export const phraseBook = <T>(phrases: readonly (readonly [phrase: string, value: T])[]): PhraseBook<T> => {
  const book = new Map<string, Entry<T>[]>()
  for (const [phrase, value] of phrases) {
    const words = phrase.toLowerCase().split(' ')
    const first = words[0] ?? ''
    const entries = book.get(first)
    if (entries === undefined) book.set(first, [{ words, value }])
    else entries.push({ words, value })
  }
  for (const entries of book.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return wordFact((form) => book.get(form.lower) ?? null)
}

/** The longest phrase of the book that starts at token `at` and ends before `end`. */
export const matchPhrase = <T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  at: number,
  end: number,
): PhraseMatch<T> | null => {
  const head = tokens[at]
  const entries = head === undefined ? null : book(head.form)
  if (entries === null) return null
  for (const { words, value } of entries) {
    if (at + words.length > end) continue
    let k = 1
    while (k < words.length && tokens[at + k]?.lower === words[k]) k++
    if (k === words.length) return { value, length: k }
  }
  return null
}
