import type { CheckRow } from '@sijil/core/contract/check-record.js'
import { minute } from './imports-table.ts'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { type Column, tableLines } from './table.ts'

/** The table of checks. */
export const checksTable = (checks: readonly CheckRow[], { width, paint }: Look): string =>
  checks.length === 0
    ? 'No checks.\n'
    : `${tableLines(columnsOf(paint), checks, { width, paintHead: paint.faint, below: (row) => decided(row, paint) }).join('\n')}\n`

const columnsOf = (paint: Paint): readonly Column<CheckRow>[] => [
  { head: 'id', cell: ({ id }) => id, least: 10, most: 32, paint: paint.faint },
  { head: 'of', cell: ({ incident }) => incident ?? 'a toll', paint: paint.strong },
  { head: 'kind', cell: ({ kind }) => kind },
  { head: '', cell: ({ holds }) => (holds ? '✓' : '✗') },
  { head: 'says', cell: ({ text }) => text, least: 24, most: 90 },
]

const decided = ({ review }: CheckRow, paint: Paint) =>
  review === null
    ? []
    : [{ text: `${review.decision} by ${review.by}, ${minute(review.at)}: ${review.reason}`, paint: paint.good }]
