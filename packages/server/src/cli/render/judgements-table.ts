import type { JudgementRecord } from '@sijil/core/contract/judgement-record.js'
import { minute } from './imports-table.ts'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { type Column, tableLines } from './table.ts'

/** The table of judgements. */
export const judgementsTable = (judgements: readonly JudgementRecord[], { width, paint }: Look): string =>
  judgements.length === 0
    ? 'No judgements.\n'
    : `${tableLines(columnsOf(paint), judgements, { width, paintHead: paint.faint, below: (row) => withdrawal(row, paint) }).join('\n')}\n`

const columnsOf = (paint: Paint): readonly Column<JudgementRecord>[] => [
  { head: 'id', cell: ({ id }) => id, least: 10, most: 32, paint: paint.faint },
  { head: 'left', cell: ({ left }) => left, least: 10, most: 32, paint: paint.strong },
  { head: 'verdict', cell: ({ verdict }) => verdict },
  { head: 'right', cell: ({ right }) => right, least: 10, most: 32, paint: paint.strong },
  { head: 'why', cell: ({ reason }) => reason, least: 16, most: 60 },
  { head: 'by', cell: ({ by }) => by, least: 6, most: 20 },
  { head: 'when', cell: ({ at }) => minute(at), least: 10 },
]

const withdrawal = ({ withdrawn }: JudgementRecord, paint: Paint) =>
  withdrawn === null
    ? []
    : [{ text: `withdrawn by ${withdrawn.by}, ${minute(withdrawn.at)}: ${withdrawn.reason}`, paint: paint.bad }]
