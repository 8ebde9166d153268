import type { StatusRecord } from '@sijil/core/contract/status-record.js'
import type { Look } from './look.ts'
import { printable } from './printable.ts'
import { type Column, tableLines } from './table.ts'
import { count } from './words.ts'

type QueueStatus = StatusRecord['queues'][number]

/** The queues as a table, and what else there is to know. */
export const statusPage = (status: StatusRecord, { width, paint }: Look): string => {
  const table = tableLines(COLUMNS, status.queues, { width, paintHead: paint.faint })
  const imports = status.imports.map(
    ({ id, batches, handled }) =>
      `import ${id}: ${count(handled)} of ${batches === null ? 'more and more' : count(batches)} batches read`,
  )
  const failures = status.failures.map(({ queue, at, reason }) => paint.bad(printable(`${at} ${queue}: ${reason}`)))
  const lines = [
    ...table,
    '',
    `${count(status.toLink)} documents wait to be linked; ${count(status.workers.length)} processes are connected`,
    ...imports,
    ...failures,
  ]
  return `${lines.join('\n')}\n`
}

const COLUMNS: readonly Column<QueueStatus>[] = [
  { head: 'queue', cell: ({ queue }) => queue },
  { head: 'waiting', cell: ({ waiting }) => count(waiting), align: 'right' },
  { head: 'in hand', cell: ({ active }) => count(active), align: 'right' },
  { head: 'done in an hour', cell: ({ done }) => count(done), align: 'right' },
  { head: 'a minute', cell: ({ perMinute }) => perMinute.toFixed(1), align: 'right' },
  { head: 'oldest waits', cell: ({ lag }) => (lag === null ? '' : `${Math.round(lag)} s`), align: 'right' },
  { head: 'given up', cell: ({ failed }) => count(failed), align: 'right' },
]
