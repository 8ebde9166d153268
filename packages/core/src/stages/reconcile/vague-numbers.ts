import type { Lexicon, Row } from '../../lexicon/lexicon.ts'
import type { VagueNumber, VagueNumbers } from './evidence.ts'

/** Reads what vague words stand for from the `vague` tables of the lexicons; a language without one knows none. */
export const vagueNumbers = (lexicons: ReadonlyMap<string, Lexicon>): VagueNumbers => {
  const tables = new Map([...lexicons].map(([language, lexicon]) => [language, byWord(rowsOf(lexicon))]))
  return (words, language) => {
    const table = tables.get(language ?? '')
    const folded = words.toLowerCase().trim()
    return table?.get(folded) ?? table?.get(folded.split(/\s+/).at(-1) ?? '') ?? null
  }
}

const byWord = (rows: readonly Row[]): ReadonlyMap<string, VagueNumber> =>
  new Map(rows.map((row) => [row.word ?? '', { least: Number(row.least), acled: Number(row.acled) }]))

const rowsOf = (lexicon: Lexicon): readonly Row[] => {
  try {
    return lexicon.table('vague')
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
