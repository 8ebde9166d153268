import { compiledFrom, type Lexicon, type Row } from '../../lexicon/lexicon.ts'
import { foldWord } from './fold-arabic.ts'
import { nounForms, verbForms } from './forms.ts'

/** The words that a lexicon knows, folded: a word among them is never taken apart. */
export type Vocabulary = ReadonlySet<string>

/** Tables whose cells are words to match in a text; the columns that hold them. */
const TABLES: readonly (readonly [table: string, column: string])[] = [
  ['numbers', 'words'],
  ['hedges', 'words'],
  ['markers', 'words'],
  ['scope', 'words'],
  ['relevance', 'words'],
  ['things', 'words'],
  ['settings', 'words'],
  ['function-words', 'words'],
  ['speech', 'words'],
  ['source-words', 'pattern'],
  ['actor-words', 'pattern'],
  ['means', 'pattern'],
  ['date-words', 'word'],
  ['date-patterns', 'pattern'],
  ['place-types', 'words'],
  ['place-cues', 'words'],
  ['not-places', 'words'],
  ['demonyms', 'words'],
]
const JOINED_ARTICLE = /^(?:\u0627\u0644(?=.{3})|[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)(?=.{4}))/u
const WORDS = /[\p{L}\p{M}]+/gu

/** The vocabulary of a lexicon, made once. */
export const vocabularyOf = compiledFrom((lexicon: Lexicon): Vocabulary => {
  const known = new Set<string>()
  for (const [table, column] of TABLES)
    for (const row of lexicon.table(table)) for (const word of wordsIn(row[column])) known.add(folded(bare(word)))
  for (const row of lexicon.table('persons')) for (const { form } of nounForms(row)) known.add(form)
  for (const row of lexicon.table('harm')) for (const form of harmForms(row)) known.add(form)
  for (const row of lexicon.table('function-words')) for (const word of wordsIn(row.words)) known.add(folded(word))
  return known
})

/** The words of a cell; "and" behind another word of a phrase is no part of the word it is joined to. */
const wordsIn = (cell: string | undefined): readonly string[] =>
  (cell ?? '').replace(/(?<=\p{L} )\u0648(?=\p{L})/gu, '').match(WORDS) ?? []

const folded = (word: string): string => foldWord(word).letters

/**
 * A word is known without its article, nor what stands joined before that: "the army", "for the army" and "army" are one. An alif
 * with a hamza begins no article.
 */
const bare = (word: string): string => word.replace(JOINED_ARTICLE, '')

const harmForms = (row: Row): readonly string[] => {
  if (row.form === 'noun') return nounForms(row).map(({ form }) => form)
  const written = [row.words, row.needs].flatMap(wordsIn).map(folded)
  return row.form === 'verb' ? [...verbForms(row).map(({ form }) => form), ...written] : written
}
