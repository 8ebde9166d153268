import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { type Column, tableLines } from './table.ts'
import { NOTHING } from './words.ts'

/** The table of documents, with what each copies. */
export const documentsTable = (documents: readonly DocumentRecord[], look: Look): string =>
  documents.length === 0
    ? 'No documents. `sijil ingest PATH…` reads reports into the store.\n'
    : `${tableLines(columnsOf(look.paint), documents, { width: look.width, paintHead: look.paint.faint }).join('\n')}\n`

const columnsOf = (paint: Paint): readonly Column<DocumentRecord>[] => [
  { head: 'document', cell: ({ doc }) => doc, least: 12, most: 40, paint: paint.strong },
  { head: 'outlet', cell: outletWords, least: 8, most: 28 },
  { head: 'published', cell: ({ published }) => published ?? 'unknown' },
  { head: 'title', cell: ({ title }) => title ?? '', least: 14, most: 48, mayGoBelow: true },
  { head: 'language', cell: ({ language }) => language ?? '?' },
  { head: 'claims', cell: ({ claims }) => String(claims), align: 'right' },
  { head: 'copy', cell: copyWords, least: 14, most: 40, mayGoBelow: true },
  {
    head: 'note',
    cell: ({ warnings }) => warnings.map(({ text }) => text).join('; '),
    least: 14,
    most: 44,
    paint: paint.faint,
  },
]

const outletWords = ({ outlet, agency }: DocumentRecord): string =>
  [outlet ?? NOTHING, ...(agency === null || agency === outlet ? [] : [`(${agency})`])].join(' ')

/** "abridged, 92 % in 003_x.txt". */
export const copyWords = ({ copy }: Pick<DocumentRecord, 'copy'>): string =>
  copy === null ? '' : `${copy.relation}: ${Math.round(copy.containment * 100)} % in ${copy.of}`
