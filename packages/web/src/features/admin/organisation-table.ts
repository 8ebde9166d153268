import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'

export type Organisation = OrganisationListRecord['organisations'][number]

export const HEAD = ['key', 'name', 'type', 'party', 'aliases'] as const

/** The cells of an organisation in the table that is imported. */
export const cellsOf = ({ key, name, type, party, aliases }: Organisation): readonly string[] => [
  key,
  name,
  type,
  party ?? '',
  aliases.join('|'),
]

/** The table as it is imported: what is read of it is what was given. */
export const tableOf = (organisations: readonly Organisation[]): string =>
  [HEAD, ...organisations.map(cellsOf)].map((cells) => `${cells.map(cell).join(',')}\n`).join('')

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Other names as they are written in a form: one a line. What parts them in a table can be no part of them. */
export const aliasesOf = (lines: string): readonly string[] => [
  ...new Set(
    lines
      .split(/[\n|]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** The organisations of a table after one of them was changed, added (`was` null) or taken out (`now` null). */
export const changed = (
  organisations: readonly Organisation[],
  was: string | null,
  now: Organisation | null,
): readonly Organisation[] => {
  const isThere = organisations.some(({ key }) => key === was)
  const others = organisations.flatMap((one) => (one.key !== was ? [one] : now === null ? [] : [now]))
  return isThere || now === null ? others : [...others, now]
}

/** Whether one of its names, its key or its party holds the words. */
export const answersTo = ({ key, name, party, aliases }: Organisation, words: string): boolean =>
  [key, name, party ?? '', ...aliases].some((text) => text.toLocaleLowerCase().includes(words))
