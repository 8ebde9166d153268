import { parse } from 'csv-parse/browser/esm/sync'
import type { BadRow } from './read-geonames.ts'

/** A row of a table with a header: cells by the header's words in lower case, and the line it ends on. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string>>
  readonly line: number
}

/** Reads a table by commas, semicolons or tabs, whichever its header has. Rows that are none are added to `bad`. */
export const readTable = (content: string, bad: BadRow[]): readonly TableRow[] => {
  const header = (content.split('\n', 1)[0] ?? '').toLowerCase()
  const parsed = parse(content, {
    bom: true,
    columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
    delimiter: header.includes('\t') ? '\t' : header.includes(',') ? ',' : ';',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      bad.push({ line: Number(error?.lines ?? 0), why: error?.message ?? 'it is no row of a table' })
    },
  }) as unknown as readonly { readonly record: Record<string, string>; readonly info: { readonly lines: number } }[]
  return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }))
}
