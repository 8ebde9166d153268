import { readTable } from '../gazetteer/read-table.ts'
import { SOURCE_TYPES, type SourceType } from '../model/claim.ts'
import type { OrganisationRow } from './merge-organisations.ts'

/** A row that could not be read: the line it ends on, and why. */
export interface BadOrganisation {
  readonly line: number
  readonly why: string
}

const TYPES: ReadonlySet<string> = new Set<SourceType | 'party'>([...SOURCE_TYPES, 'party'])

/**
 * Reads a table of organisations (CSV, or parted by tabs or semicolons) with the header `name` and, as far as they are
 * known, `key`, `type`, `party` and `aliases` (parted by `|`). Without a key it goes by its name, without a type it is
 * `other`.
 */
export const readOrganisations = (
  content: string,
): { readonly rows: readonly OrganisationRow[]; readonly bad: readonly BadOrganisation[] } => {
  const bad: BadOrganisation[] = []
  const keys = new Set<string>()
  const rows = readTable(content, bad).flatMap(({ cells, line }): readonly OrganisationRow[] => {
    const { name = '', type = '', party = '', aliases = '' } = cells
    const key = cells.key || slugOf(name)
    const why =
      name === ''
        ? 'it has no name'
        : type !== '' && !TYPES.has(type)
          ? `"${type}" is no type; it may be ${[...TYPES].join(', ')}`
          : keys.has(key)
            ? `the key "${key}" stands twice`
            : null
    if (why !== null) {
      bad.push({ line, why })
      return []
    }
    keys.add(key)
    return [{ key, name, type: type || 'other', party, aliases }]
  })
  return { rows, bad: bad.sort((a, b) => a.line - b.line) }
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
