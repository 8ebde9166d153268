import { readdir, readFile } from 'node:fs/promises'
import { type Lexicon, makeLexicon, parseTable, type Row } from '@sijil/core/lexicon/lexicon.js'
import { mergeOrganisations, type OrganisationRow } from '@sijil/core/origins/merge-organisations.js'
import { makeOrganisations, type Organisations } from '@sijil/core/origins/organisations.js'
import { onceRead } from './once-read.ts'

/** Beside `packages/`, from the sources and from the build alike. */
const ROOT = new URL('../../../../lexicons/', import.meta.url)

/** All lexicons that Sijil brings, by language; read once a process. */
export const loadLexicons = onceRead(async (): Promise<ReadonlyMap<string, Lexicon>> => {
  const entries = await readdir(ROOT, { withFileTypes: true })
  const languages = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return new Map(await Promise.all(languages.map(async (name) => [name, await loadLexicon(name)] as const)))
})

const loadLexicon = async (language: string): Promise<Lexicon> => {
  const folder = new URL(`${language}/`, ROOT)
  const tables = (await readdir(folder)).filter((name) => name.endsWith('.tsv'))
  const contents = await Promise.all(tables.map((name) => readFile(new URL(name, folder), 'utf8')))
  return makeLexicon(language, Object.fromEntries(tables.map((name, i) => [name.slice(0, -4), contents[i] ?? ''])))
}

/** The organisations that Sijil brings, with their aliases, and over them tables of users' own. */
export const loadOrganisations = async (own: readonly (readonly OrganisationRow[])[] = []): Promise<Organisations> => {
  if (own.length === 0) return builtInOrganisations()
  return makeOrganisations(
    mergeOrganisations([await rowsOf('organisations.tsv'), ...own]),
    await rowsOf('origin-words.tsv'),
  )
}

const builtInOrganisations = onceRead(async () =>
  makeOrganisations(await rowsOf('organisations.tsv'), await rowsOf('origin-words.tsv')),
)

const rowsOf = async (name: string): Promise<readonly Row[]> =>
  parseTable(`lexicons/${name}`, await readFile(new URL(name, ROOT), 'utf8'))
