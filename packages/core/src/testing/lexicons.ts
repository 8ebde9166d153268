import { readdirSync, readFileSync } from 'node:fs'
import { type Lexicon, makeLexicon } from '../lexicon/lexicon.ts'

const ROOT = new URL('../../../../lexicons/', import.meta.url)

/** The project's own lexicon of a language, for tests. */
export const loadLexicon = (language: string): Lexicon => {
  const folder = new URL(`${language}/`, ROOT)
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return makeLexicon(
    language,
    Object.fromEntries(files.map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')])),
  )
}
