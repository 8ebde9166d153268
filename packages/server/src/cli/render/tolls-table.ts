import { type ClaimRecord, isCountRecord } from '@sijil/core/contract/claim-record.js'
import type { TollRecord } from '@sijil/core/contract/toll-record.js'
import { checkWords } from './incidents-table.ts'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'
import { type Column, type Note, tableLines } from './table.ts'
import { claimWords, dayWords } from './words.ts'
import { wrap } from './wrap.ts'

/** Why a claim is kept out of every incident. */
export const QUARANTINE_REASONS: Readonly<Record<string, string>> = {
  cumulative: 'a toll over a longer time: the incidents in it are counted by themselves',
  forecast: 'a fear, plan or threat: it has not happened',
  denied: 'the statement says that it did not happen, or that there were none',
}

/** A quarantined claim, with what the record explains of it where that was worked out. */
export type TollRow = ClaimRecord & {
  readonly explanation?: TollRecord['explanation']
  readonly checks?: TollRecord['checks']
}

/** The table of quarantined claims: what they say, of which time and area, on whose word, and why they count nowhere. */
export const tollsTable = (tolls: readonly TollRow[], look: Look): string => {
  if (tolls.length === 0) return 'No tolls, forecasts or denials.\n'
  const reasons = [...new Set(tolls.flatMap((toll) => (isCountRecord(toll) ? [toll.scope] : [])))].map(
    (scope) => `${scope} = ${QUARANTINE_REASONS[scope] ?? 'kept out of every incident'}`,
  )
  const note = `These are kept and never counted in an incident. ${reasons.join(' · ')}.`
  return [
    ...tableLines(columnsOf(look.paint), tolls, {
      width: look.width,
      paintHead: look.paint.faint,
      below: (toll) => [
        quoteNote(toll, look.paint),
        ...explanationNotes(toll, look.paint),
        ...successiveNotes(toll, look.paint),
      ],
    }),
    '',
    ...wrap(printable(note), Math.min(look.width, 110)).map(look.paint.faint),
    '',
  ].join('\n')
}

const columnsOf = (paint: Paint): readonly Column<TollRow>[] => [
  { head: 'toll', cell: claimWords, least: 14, most: 34, paint: paint.strong },
  { head: 'kept out as', cell: (toll) => (isCountRecord(toll) ? toll.scope : toll.kind) },
  { head: 'period', cell: periodWords, least: 10 },
  { head: 'area', cell: ({ places }) => places.join('; ') || 'not told', least: 10, most: 30 },
  { head: 'says who', cell: ({ sources }) => sources.join(' ← ') || 'the outlet itself', least: 12, most: 32 },
]

/** The words themselves, and where they stand. */
const quoteNote = ({ quote, doc, start, end }: TollRow, paint: Paint): Note => ({
  text: `“${quote}” ${doc}, characters ${start}–${end}`,
  paint: paint.faint,
})

/** What the record holds of a toll's period and area, and which incidents may belong to it. */
const explanationNotes = ({ explanation }: TollRow, paint: Paint): readonly Note[] => {
  if (explanation === undefined || explanation === null) return []
  const { holds, text, within, overlapping } = explanation
  // Nothing in the record has to do with it: there is nothing to tell.
  if (holds && within.length + overlapping.length === 0) return []
  const codes = [
    ...(within.length === 0 ? [] : [`within: ${within.join(', ')}`]),
    ...(overlapping.length === 0 ? [] : [`may belong to it: ${overlapping.join(', ')}`]),
  ]
  return [
    { text: `${holds ? '✓' : '✗'} ${text}`, paint: holds ? paint.good : paint.bad },
    ...codes.map((line) => ({ text: line, paint: paint.faint })),
  ]
}

/** A toll beside the one of the same origin before it. */
const successiveNotes = ({ checks = [] }: TollRow, paint: Paint): readonly Note[] =>
  checks
    .filter(({ kind }) => kind === 'successive')
    .map((check) => ({ text: checkWords(check), paint: check.holds ? paint.good : paint.bad }))

const periodWords = ({ from, to }: ClaimRecord): string => {
  if (from === null && to !== null) return `up to ${to}`
  return from !== null && to === null ? `since ${from}` : dayWords(from, to)
}
