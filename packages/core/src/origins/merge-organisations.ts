import { nameTokens } from './name-tokens.ts'

/** A row of a table of organisations: key, name, type, party, aliases (parted by `|`). */
export type OrganisationRow = Readonly<Record<string, string>>

/**
 * Tables of organisations as one, later ones over earlier ones: a key that is known keeps its old names and gets the new
 * ones; a name that meant another organisation before means the later one.
 */
export const mergeOrganisations = (tables: readonly (readonly OrganisationRow[])[]): readonly OrganisationRow[] => {
  const rows = new Map<string, OrganisationRow>()
  const owner = new Map<string, string>()
  for (const row of tables.flat()) {
    const key = row.key ?? ''
    const known = rows.get(key)
    rows.set(key, known === undefined ? row : joined(known, row))
    for (const name of namesOf(row)) owner.set(folded(name), key)
  }
  return [...rows.values()].map((row) => ownNames(row, owner))
}

const namesOf = ({ name = '', aliases = '' }: OrganisationRow): readonly string[] =>
  [name, ...aliases.split('|')].filter((one) => folded(one) !== '')

const joined = (known: OrganisationRow, row: OrganisationRow): OrganisationRow => ({
  ...known,
  ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
  aliases: [...new Set([...namesOf(known), ...namesOf(row)])].join('|'),
})

/** Names that a later organisation took are dropped; one that lost its very name goes by another, or by its key. */
const ownNames = (row: OrganisationRow, owner: ReadonlyMap<string, string>): OrganisationRow => {
  const own = namesOf(row).filter((name) => owner.get(folded(name)) === row.key)
  const name = own.includes(row.name ?? '') ? row.name : (own[0] ?? row.key)
  return { ...row, name: name ?? '', aliases: own.join('|') }
}

const folded = (name: string): string =>
  nameTokens(name)
    .map((token) => token.folded)
    .join(' ')
