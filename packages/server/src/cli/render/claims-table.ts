import { type ClaimRecord, isCountRecord } from '@sijil/core/contract/claim-record.js'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { type Column, tableLines } from './table.ts'
import { claimWords, codeWords, dayWords, rangeWords } from './words.ts'

/** The table of claims, one a row (more lines where cells are long), in the order given. */
export const claimsTable = (claims: readonly ClaimRecord[], look: Look): string =>
  claims.length === 0
    ? 'No claims.\n'
    : `${tableLines(columnsOf(look.paint), claims, { width: look.width, paintHead: look.paint.faint }).join('\n')}\n`

const columnsOf = (paint: Paint): readonly Column<ClaimRecord>[] => [
  { head: 'document', cell: ({ doc }) => doc, least: 10, most: 26 },
  { head: 'characters', cell: ({ start, end }) => `${start}–${end}`, align: 'right', paint: paint.faint },
  { head: 'claim', cell: claimWords, least: 12, most: 30, paint: paint.strong },
  { head: 'who', cell: whoWords, least: 9, most: 26, mayGoBelow: true },
  {
    head: 'scope',
    cell: (claim) => (claim.rejected === true ? 'rejected' : isCountRecord(claim) ? scopeWords(claim) : claim.kind),
    least: 9,
    most: 16,
  },
  { head: 'place', cell: ({ places }) => places.join('; '), least: 10, most: 26 },
  { head: 'when', cell: ({ from, to }) => dayWords(from, to), least: 10 },
  {
    head: 'means',
    cell: ({ means }) => (means === null ? '' : codeWords(means)),
    least: 8,
    most: 14,
    mayGoBelow: true,
  },
  { head: 'said to have done it', cell: ({ actors }) => actors.join('; '), least: 10, most: 24, mayGoBelow: true },
  { head: 'says who', cell: ({ sources }) => sources.join(' ← '), least: 10, most: 28, mayGoBelow: true },
  { head: 'incident', cell: ({ incidents }) => incidents.map(({ id }) => id).join(' ') },
]

function whoWords(claim: ClaimRecord): string {
  if (!isCountRecord(claim)) return ''
  const groups = Object.entries(claim.groups).map(([group, [low, high]]) =>
    low === null && high === null ? codeWords(group) : `${rangeWords({ low, high })} ${codeWords(group)}`,
  )
  return [...(claim.status === 'unknown' ? [] : [claim.status]), ...groups].join(', ')
}

const scopeWords = (
  claim: ClaimRecord & { scope: string; relation: string | null; restates: string | null },
): string => {
  if (claim.restates !== null) return `${claim.scope}, restated`
  return claim.relation === null ? claim.scope : `${claim.scope}, ${claim.relation}`
}
