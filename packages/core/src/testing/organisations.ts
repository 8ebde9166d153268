import { readFileSync } from 'node:fs'
import { parseTable } from '../lexicon/lexicon.ts'
import { makeOrganisations, type Organisations } from '../origins/organisations.ts'

const ROOT = new URL('../../../../lexicons/', import.meta.url)
const rowsOf = (name: string) => parseTable(`lexicons/${name}`, readFileSync(new URL(name, ROOT), 'utf8'))

/** The rows of the project's own list of organisations. */
export const organisationRows = () => rowsOf('organisations.tsv')

/** The project's own organisations, for tests and benches. */
export const loadOrganisations = (): Organisations => makeOrganisations(organisationRows(), rowsOf('origin-words.tsv'))
