import type { GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import type { BadRow, ReadRows } from '@sijil/core/gazetteer/read-geonames.js'
import readXlsx from 'read-excel-file/node'

/** A sheet of a workbook as CSV; line n is its row n. */
export interface SheetTable {
  readonly name: string
  readonly csv: string
}

/** The sheets of an Excel workbook (.xlsx) that hold anything. */
export const readWorkbook = async (bytes: Uint8Array): Promise<readonly SheetTable[]> => {
  const sheets = await readXlsx(Buffer.from(bytes))
  return sheets
    .filter(({ data }) => data.length > 0)
    .map(({ sheet, data }) => ({
      name: sheet,
      csv: data.map((row) => row.map((cell) => quoted(cell === null ? '' : String(cell))).join(',')).join('\n'),
    }))
}

/** Cells keep to their line, so that rows can be told by number. */
const quoted = (cell: string): string => `"${cell.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`

/**
 * What was read from a workbook's sheets as one: an area that several sheets name is taken from the first that gives it, so those of the
 * higher levels, which give its own middle, go first. Bad rows are told with their sheet.
 */
export const joinSheets = (sheets: readonly SheetTable[], read: (csv: string) => ReadRows): ReadRows => {
  const entries = new Map<string, GazetteerEntry>()
  const bad: BadRow[] = []
  const all = sheets.map(({ name, csv }) => ({ name, rows: read(csv) }))
  const lowest = ({ rows }: { readonly rows: ReadRows }): number =>
    rows.entries.reduce((most, { level }) => Math.max(most, level ?? 0), 0)
  for (const { name, rows } of [...all].sort((a, b) => lowest(a) - lowest(b))) {
    for (const entry of rows.entries) if (!entries.has(entry.id)) entries.set(entry.id, entry)
    bad.push(...rows.bad.map(({ line, why }) => ({ line, why: `sheet ${name}: ${why}` })))
  }
  return { entries: [...entries.values()], bad }
}
