import type { ImportFile, ImportRecord, ImportWithFiles } from '@sijil/core/contract/import-record.js'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { isolated, printable } from './printable.ts'
import { type Column, tableLines } from './table.ts'
import { count } from './words.ts'
import { wrap } from './wrap.ts'

/** The table of imports. */
export const importsTable = (imports: readonly ImportRecord[], { width, paint }: Look): string =>
  imports.length === 0
    ? 'No imports yet. `sijil ingest PATH…` reads reports into the store.\n'
    : `${tableLines(importColumns(paint), imports, { width, paintHead: paint.faint }).join('\n')}\n`

const importColumns = (paint: Paint): readonly Column<ImportRecord>[] => [
  { head: 'number', cell: ({ id }) => String(id), align: 'right', paint: paint.strong },
  { head: 'begun', cell: ({ startedAt }) => minute(startedAt) },
  {
    head: 'ended',
    cell: ({ outcome, finishedAt }) => (finishedAt === null ? outcome : `${minute(finishedAt)} ${outcome}`),
  },
  { head: 'new', cell: (row) => count(row.new), align: 'right' },
  { head: 'known', cell: ({ known }) => count(known), align: 'right' },
  { head: 'copied', cell: ({ copied }) => count(copied), align: 'right' },
  {
    head: 'refused',
    cell: ({ refused }) => count(refused),
    align: 'right',
    paint: (text, { refused }) => (refused > 0 ? paint.bad(text) : text),
  },
  { head: 'of', cell: ({ paths }) => paths.join(' '), least: 14, most: 60 },
]

/** One import: its row, every file that it took in, and why some were refused. */
export const importPage = ({ refusals, files, ...record }: ImportWithFiles, look: Look): string => {
  const { width, paint } = look
  const refused = refusals.flatMap(({ name, at, text }) => [
    ...wrap(printable(at === null ? name : `${name}, ${at}`), width).map((line) => paint.strong(isolated(line))),
    ...wrap(printable(text), width - 4).map((line) => `    ${isolated(line)}`),
  ])
  return [
    importsTable([record], look),
    ...(files.length === 0 ? [] : [...tableLines(fileColumns(paint), files, { width, paintHead: paint.faint }), '']),
    ...(refused.length === 0 ? ['Nothing was refused.'] : refused),
    '',
  ].join('\n')
}

const fileColumns = (paint: Paint): readonly Column<ImportFile>[] => [
  { head: 'file', cell: ({ name, at }) => (at === null ? name : `${name}, ${at}`), least: 14, most: 60 },
  {
    head: 'what came of it',
    cell: ({ outcome }) => outcome,
    paint: (text, { outcome }) => (outcome === 'refused' ? paint.bad(text) : text),
  },
  { head: 'stage', cell: ({ stage }) => stage },
  { head: 'documents', cell: ({ documents }) => count(documents), align: 'right' },
  {
    head: 'tried again',
    cell: ({ retried }) => (retried === null ? '' : `${retried.outcome} in import ${retried.import}`),
  },
]

/** "2024-03-12 14:05" of an ISO instant, in UTC. */
export const minute = (instant: string): string => {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? instant : new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
}
