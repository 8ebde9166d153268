import { type CsvError, parse } from 'csv-parse/browser/esm/sync'
import type { RawItem, Refusal } from '../../pipeline/layers.ts'
import { COLUMN_NAMES, type Field } from './column-names.ts'
import { type Found, isFault } from './read-json.ts'
import { recordFrom } from './record-schema.ts'
import { refuse } from './refuse.ts'
import type { SourceRecord } from './source-record.ts'
import { utf8 } from './utf8.ts'

type Columns = ReadonlyMap<Field, number>

interface Row {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads a table with a header row; the columns are found by their names. A row that can't be read is refused alone. */
export const readCsv = (item: RawItem, text: string): Found => {
  const refusals: Refusal[] = []
  const [header, ...rows] = parseRows(text, (error) => refusals.push(refuse(item, null, brokenRow(error))))
  if (header === undefined) return { records: [], refusals }
  const columns = columnsOf(header.record)
  if (!columns.has('text')) return { records: [], refusals: [refuse(item, 'line 1', noTextColumn(header.record))] }
  const shift = item.part === undefined ? 0 : item.part.firstLine - 1 - header.info.lines
  const records: SourceRecord[] = []
  let firstLine = header.info.lines + 1
  for (const { record: cells, info } of rows) {
    const line = firstLine + shift
    firstLine = info.lines + 1
    const record = recordFrom(fieldsOf(cells, columns), `${item.name}:${line}`, utf8(JSON.stringify(cells)))
    if (isFault(record)) refusals.push(refuse(item, `line ${line}`, record))
    else records.push(record)
  }
  return { records, refusals }
}

/** The delimiter that parts a header row: of comma, semicolon and tab the one that stands in it most often. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)))
  const count = (mark: string): number => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The rows of a table with the line each ends in; `onBroken` hears of rows that can't be read. */
const parseRows = (text: string, onBroken: (error: CsvError) => void): readonly Row[] =>
  parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) onBroken(error)
    },
  }) as unknown as readonly Row[]

const columnsOf = (header: readonly string[]): Columns => {
  const columns = new Map<Field, number>()
  header.forEach((name, i) => {
    const field = COLUMN_NAMES.get(
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    )
    if (field !== undefined && !columns.has(field)) columns.set(field, i)
  })
  return columns
}

const fieldsOf = (cells: readonly string[], columns: Columns): unknown =>
  Object.fromEntries([...columns].map(([field, i]) => [field, cells[i] ?? '']))

const noTextColumn = (header: readonly string[]) => ({
  code: 'no_text_column',
  text: `no column holds the text of the reports. The columns are: ${header.map((name) => JSON.stringify(name)).join(', ')}. Name one of them "text" and ingest the file again`,
})

const brokenRow = (error: CsvError) => ({
  code: 'broken_row',
  text: `a row can't be read (${error.message}): mend its quotes and ingest the file again; the other rows were read`,
})
