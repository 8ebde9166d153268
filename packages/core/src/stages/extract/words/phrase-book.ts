import { marksOfTokens, newMark } from '../../../text/marks.ts'
import type { Token } from '../../../text/read-text.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'

/** Words that a phrase may stand for by their class ("<number>"): whether a word is one of them. */
export type WordClasses = Readonly<Record<string, WordFact<boolean>>>

/** One word of a phrase: itself, or any of a class. */
type Wanted = string | WordFact<boolean>

interface Entry<T> {
  readonly words: readonly Wanted[]
  readonly value: T
}

/** Phrases to look for. */
export interface PhraseBook<T> {
  /** Those that begin with a word, the longest first; null for none. */
  readonly beginningWith: WordFact<readonly Entry<T>[] | null>
  /** The mark of words that begin any. */
  readonly mark: number
}

/** A phrase found at a token, `length` tokens long. */
export interface PhraseMatch<T> {
  readonly value: T
  readonly length: number
}

/**
 * A book of phrases, in lower case. Syntax: words parted by blanks; `a|b` either; `a?` optional; `<name>` a word of that class, which
 * begins no phrase. Of two equal phrases the first counts. Throws a RangeError on a phrase that it can't read.
 */
export const phraseBook = <T>(
  phrases: readonly (readonly [phrase: string, value: T])[],
  classes: WordClasses = {},
): PhraseBook<T> => {
  const book = new Map<string, Entry<T>[]>()
  for (const [pattern, value] of phrases)
    for (const phrase of spellingsOf(pattern).flatMap(writings)) {
      const words = phrase.split(' ').map((word) => wantedBy(word, pattern, classes))
      const [first] = words
      if (typeof first !== 'string' || first === '')
        throw new RangeError(`the phrase ${JSON.stringify(pattern)} begins with no word of its own`)
      const entries = book.get(first)
      if (entries === undefined) book.set(first, [{ words, value }])
      else entries.push({ words, value })
    }
  for (const entries of book.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return {
    beginningWith: wordFact((form) => book.get(form.lower) ?? null),
    mark: newMark(book.keys()),
  }
}

/** All phrases that a pattern of alternatives and optional words stands for ("in the film|book"). */
export const spellingsOf = (pattern: string): readonly string[] => {
  let phrases: readonly string[] = ['']
  for (const part of pattern.toLowerCase().split(' ')) {
    const optional = part.endsWith('?') && part.length > 1
    const choices = (optional ? part.slice(0, -1) : part).split('|')
    const longer = phrases.flatMap((phrase) => choices.map((word) => (phrase === '' ? word : `${phrase} ${word}`)))
    phrases = optional ? longer.concat(phrases) : longer
  }
  return phrases
}

/** "cease-fire" is one token or three, as the text's words are cut. */
const writings = (phrase: string): readonly string[] => {
  const cut = phrase.replace(/(?<=[^ -])-(?=[^ -])/g, ' - ')
  return cut === phrase ? [phrase] : [phrase, cut]
}

const wantedBy = (word: string, pattern: string, classes: WordClasses): Wanted => {
  if (!word.startsWith('<')) return word
  const test = classes[word.slice(1, -1)]
  if (test === undefined) throw new RangeError(`the phrase ${JSON.stringify(pattern)} has no class ${word}`)
  return test
}

/** The longest phrase of the book that starts at token `at` and ends before `end`. */
export const matchPhrase = <T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  at: number,
  end: number,
): PhraseMatch<T> | null => {
  const head = tokens[at]
  const entries = head === undefined ? null : book.beginningWith(head.form)
  if (entries === null) return null
  for (const { words, value } of entries) {
    if (at + words.length > end) continue
    let k = 1
    while (k < words.length && isWanted(tokens[at + k], words[k])) k++
    if (k === words.length) return { value, length: k }
  }
  return null
}

/** A phrase among some tokens: `at` to `end`, exclusive. */
export interface FoundPhrase<T> {
  readonly value: T
  readonly at: number
  readonly end: number
}

/** The phrases of a book in a range of tokens, in order, the longest at each place; none overlaps the one before. */
export const phrasesIn = <T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  first: number,
  last: number,
): readonly FoundPhrase<T>[] => {
  let found: FoundPhrase<T>[] | undefined
  const marks = marksOfTokens(tokens)
  for (let at = first; at < last; at++) {
    if (((marks[at] ?? 0) & book.mark) === 0) continue
    const match = matchPhrase(book, tokens, at, last)
    if (match === null) continue
    const end = at + match.length
    if (found === undefined) found = [{ value: match.value, at, end }]
    else found.push({ value: match.value, at, end })
    at = end - 1
  }
  return found ?? NONE
}

const NONE: readonly never[] = []

const isWanted = (token: Token | undefined, wanted: Wanted | undefined): boolean =>
  typeof wanted === 'function' ? token !== undefined && wanted(token.form) : token?.lower === wanted
