import type { CheckRow } from '@sijil/core/contract/check-record.js'
import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { ReviewRecord } from '@sijil/core/contract/review-record.js'
import { checksTable } from './checks-table.ts'
import { claimsTable } from './claims-table.ts'
import { minute } from './imports-table.ts'
import { incidentsTable } from './incidents-table.ts'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { type Column, tableLines } from './table.ts'
import { valueWords } from './value-words.ts'

/** The table of reviews. */
export const reviewsTable = (reviews: readonly ReviewRecord[], { width, paint }: Look): string =>
  reviews.length === 0
    ? 'No reviews.\n'
    : `${tableLines(columnsOf(paint), reviews, { width, paintHead: paint.faint, below: (row) => withdrawal(row, paint) }).join('\n')}\n`

/** A review that was just made, and what it was on as it stands now. */
export const reviewedPage = (
  {
    review,
    claim,
    incident,
    check,
  }: {
    readonly review: ReviewRecord
    readonly claim?: ClaimRecord
    readonly incident?: IncidentRecord
    readonly check?: CheckRow
  },
  look: Look,
): string =>
  [
    reviewsTable([review], look),
    ...(claim === undefined ? [] : [claimsTable([claim], look)]),
    ...(incident === undefined ? [] : [incidentsTable([incident], look)]),
    ...(check === undefined ? [] : [checksTable([check], look)]),
  ].join('\n')

const columnsOf = (paint: Paint): readonly Column<ReviewRecord>[] => [
  { head: 'id', cell: ({ id }) => id, least: 10, most: 32, paint: paint.faint },
  { head: 'on', cell: ({ on }) => on, least: 10, most: 32, paint: paint.strong },
  { head: 'field', cell: ({ field }) => field, least: 6, most: 20 },
  { head: 'decision', cell: ({ decision }) => decision },
  { head: 'value', cell: ({ field, value }) => valueWords(field, value), least: 8, most: 30 },
  { head: 'the machine', cell: ({ field, machine }) => valueWords(field, machine), least: 8, most: 30 },
  { head: 'why', cell: ({ reason }) => reason, least: 16, most: 60 },
  { head: 'by', cell: ({ by }) => by, least: 6, most: 20 },
  { head: 'when', cell: ({ at }) => minute(at), least: 10 },
]

const withdrawal = ({ withdrawn }: ReviewRecord, paint: Paint) =>
  withdrawn === null
    ? []
    : [{ text: `withdrawn by ${withdrawn.by}, ${minute(withdrawn.at)}: ${withdrawn.reason}`, paint: paint.bad }]
