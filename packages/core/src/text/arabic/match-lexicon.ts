import { compiledFrom, type Lexicon, type Row } from '../../lexicon/lexicon.ts'
import { formOf } from '../form.ts'
import type { ReadText } from '../read-text.ts'
import { foldWord } from './fold-arabic.ts'
import { splitWord } from './split-word.ts'
import { vocabularyOf } from './vocabulary.ts'

const WORDS = /[\p{L}\p{M}\u0640]+/gu
/** Columns that hold phrases or patterns to match; what else a row says stays as it is. */
const COLUMNS = new Set(['words', 'pattern'])

/** A phrase or pattern with its words folded and parted as `readArabic` parts those of a text, the parts joined by hyphens. */
export const partedPattern = (cell: string, lexicon: Lexicon): string => {
  const vocabulary = vocabularyOf(lexicon)
  return cell.replace(WORDS, (word) =>
    splitWord(foldWord(word).letters, vocabulary)
      .map(({ letters }) => letters)
      .join('-'),
  )
}

/** What stands for a word of a table of single words (`word`) that is several words in a text. */
const joined = (parted: string): string => parted.replace(/[ -]/g, '_')

/**
 * A lexicon as the shared matchers of patterns read it: they cut words at hyphens, so that the parts of a word that the script
 * joins are words of their own in patterns and texts alike.
 */
export const matchLexicon = compiledFrom((lexicon: Lexicon): Lexicon => {
  const made = new Map<string, readonly Row[]>()
  const read = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => {
        if (key === 'word') return [key, joined(partedPattern(cell, lexicon))]
        return [key, COLUMNS.has(key) ? partedPattern(cell, lexicon) : cell]
      }),
    )
  return {
    language: lexicon.language,
    table: (name) => {
      const known = made.get(name) ?? lexicon.table(name).map(read)
      made.set(name, known)
      return known
    },
  }
})

const made = new WeakMap<ReadText, ReadText>()

/** The months and numbers of dates that are several words: their first tokens by the first, in the order of their length. */
const severalOf = compiledFrom((lexicon: Lexicon): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const found = new Map<string, (readonly string[])[]>()
  for (const row of lexicon.table('date-words')) {
    const words = partedPattern(row.word ?? '', lexicon).split(/[ -]/)
    const [first = ''] = words
    if (words.length > 1) found.set(first, [...(found.get(first) ?? []), words])
  }
  return found
})

/** Matchers pass over a token that reads so. */
const NOTHING = '-'

/**
 * A text whose tokens read as their folded forms, for matching alone: indexes and offsets are those of the text. A date word of
 * several words stands at the first of them, and nothing at the others.
 */
export const matchText = (text: ReadText, lexicon: Lexicon): ReadText => {
  const known = made.get(text)
  if (known !== undefined) return known
  const several = severalOf(lexicon)
  const tokens = text.tokens.map((token) => (token.text === token.lower ? token : { ...token, text: token.lower }))
  for (let at = 0; at < tokens.length; at++) {
    const words = several
      .get(tokens[at]?.lower ?? '')
      ?.find((one) => one.every((word, i) => tokens[at + i]?.lower === word))
    words?.forEach((_, i) => {
      const token = tokens[at + i]
      const read = i === 0 ? words.join('_') : NOTHING
      if (token !== undefined) tokens[at + i] = { ...token, text: read, lower: read, form: formOf(read) }
    })
    at += words === undefined ? 0 : words.length - 1
  }
  const matched = { ...text, tokens }
  made.set(text, matched)
  return matched
}
