import { compiledFrom, type Lexicon } from '../../lexicon/lexicon.ts'

/** The news agencies that reports credit. */
export interface Agencies {
  /** Source of a regular expression for any of their names as credits spell them. */
  readonly name: string
  /** The common name of the agency that a credit names; null for one that is generic ("agencies"). */
  read(credit: string): string | null
  /** Whether a credit names nobody ("agencies"). */
  isGeneric(credit: string): boolean
}

/** The agencies of a lexicon's table `agencies` (`name`, `aliases` parted by `|`, `kind`: `agency` or `generic`). */
export const agenciesOf = compiledFrom((lexicon: Lexicon): Agencies => {
  const names = new Map<string, string | null>()
  for (const row of lexicon.table('agencies')) {
    const name = row.name ?? ''
    for (const spelling of [name, ...(row.aliases ?? '').split('|')])
      if (spelling.trim() !== '') names.set(spelling.trim(), row.kind === 'generic' ? null : name)
  }
  const spellings = [...names.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const source = `(?<!\\p{L})(?:${spellings.map(escaped).join('|')})(?!\\p{L})`
  const finder = new RegExp(source, 'gu')
  return {
    name: source,
    isGeneric: (credit) => names.get(credit) === null,
    read: (credit) => {
      const found = [...credit.matchAll(finder)].map(([spelling]) => names.get(spelling) ?? null)
      const named = [...new Set(found.filter((name) => name !== null))]
      return named.length === 0 ? null : named.join(', ')
    },
  }
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
