import type { CheckRecord } from '@sijil/core/contract/check-record.js'
import { WHAT_THE_NUMBERS_ARE } from '@sijil/core/contract/grade-meanings.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { Look } from './look.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'
import { type Column, type Note, tableLines } from './table.ts'
import { codeWords, count, dayWords, figureWords, NOTHING, placeWords, rangeWords } from './words.ts'
import { wrap } from './wrap.ts'

/**
 * The table of incidents. Roll-ups (sums that reports give over several incidents) stand in a table of their own, each
 * with the incidents it sums: whoever adds up a column must never count one death twice.
 */
export const incidentsTable = (records: readonly IncidentRecord[], look: Look): string => {
  const incidents = records.filter(({ kind }) => kind === 'incident')
  const rollups = records.filter(({ kind }) => kind === 'rollup')
  const labels = new Map(rollups.map(({ id }, i) => [id, `R${i + 1}`]))
  return [
    ...incidentLines(incidents, labels, look),
    ...rollupLines(rollups, incidents, labels, look),
    '',
    ...legend(incidents.length, rollups.length, look),
    '',
  ].join('\n')
}

/** Short names for the roll-ups of one table: R1, R2, … */
type Labels = ReadonlyMap<string, string>

const incidentLines = (
  incidents: readonly IncidentRecord[],
  labels: Labels,
  { width, paint }: Look,
): readonly string[] => {
  if (incidents.length === 0) return []
  const within: Column<IncidentRecord> = {
    head: 'in',
    cell: ({ partOf }) => partOf.map((id) => labels.get(id) ?? id).join(' '),
    least: 2,
    most: 20,
    paint: paint.faint,
  }
  const [code, ...others] = columnsOf(paint)
  return tableLines([code, within, ...others], incidents, {
    width,
    paintHead: paint.faint,
    below: (row) => checkNotes(row, paint),
  })
}

const rollupLines = (
  rollups: readonly IncidentRecord[],
  incidents: readonly IncidentRecord[],
  labels: Labels,
  { width, paint }: Look,
): readonly string[] => {
  if (rollups.length === 0) return []
  const title = `${paint.strong('Roll-ups')}: sums that reports give over several incidents, never added to them`
  const parts = partsByRollup(incidents)
  const label: Column<IncidentRecord> = { head: '', cell: ({ id }) => labels.get(id) ?? '', paint: paint.faint }
  const table = tableLines([label, ...columnsOf(paint)], rollups, {
    width,
    paintHead: paint.faint,
    below: (row) => [...sumNotes(parts.get(row.id), paint), ...checkNotes(row, paint)],
  })
  return ['', ...wrap(title, width), ...table]
}

const columnsOf = (paint: Paint): readonly [Column<IncidentRecord>, ...Column<IncidentRecord>[]] => [
  { head: 'code', cell: ({ id }) => id, paint: paint.strong },
  { head: 'date', cell: ({ from, to }) => dayWords(from, to), least: 10 },
  { head: 'place', cell: ({ place }) => placeWords(place), least: 16, most: 44 },
  { head: 'killed', cell: (row) => figureWords(row.killed, row.reported.includes('killed')), paint: paint.strong },
  { head: 'injured', cell: (row) => figureWords(row.injured, row.reported.includes('injured')) },
  { head: 'children', cell: ({ groups }) => (groups.children === undefined ? NOTHING : rangeOrSome(groups.children)) },
  { head: 'other harm', cell: otherHarm, least: 10, most: 26, mayGoBelow: true },
  { head: 'means', cell: ({ means }) => means.map(codeWords).join(', '), least: 9, most: 22, mayGoBelow: true },
  { head: 'said to have done it', cell: ({ actors }) => actors.join('; '), least: 12, most: 36, mayGoBelow: true },
  { head: 'documents / origins', cell: ({ documents, origins }) => `${documents.length} / ${origins}`, align: 'right' },
]

const partsByRollup = (incidents: readonly IncidentRecord[]): ReadonlyMap<string, readonly string[]> => {
  const parts = new Map<string, string[]>()
  for (const { id, partOf } of incidents)
    for (const rollup of partOf) {
      const known = parts.get(rollup)
      if (known === undefined) parts.set(rollup, [id])
      else known.push(id)
    }
  return parts
}

/** The incidents that a roll-up sums. */
const sumNotes = (parts: readonly string[] | undefined, paint: Paint): readonly Note[] =>
  parts === undefined ? [] : [{ text: `over ${parts.join(', ')}`, paint: paint.faint }]

const checkNotes = ({ checks }: IncidentRecord, paint: Paint): readonly Note[] =>
  checks
    .filter(({ review }) => review?.decision !== 'dismissed')
    .map((check) => ({ text: checkWords(check), paint: check.holds ? paint.good : paint.bad }))

const rangeOrSome = (range: { low: number | null; high: number | null }): string =>
  range.low === null && range.high === null ? '?' : rangeWords(range)

/** Harm for which there is no column of its own: "3 missing, 40+ displaced". */
function otherHarm(row: IncidentRecord): string {
  const others = [
    ['killed_or_injured', row.killedOrInjured],
    ['missing', row.missing],
    ['abducted', row.abducted],
    ['displaced', row.displaced],
  ] as const
  return others
    .filter(([metric]) => row.reported.includes(metric))
    .map(([metric, range]) => `${rangeOrSome(range)} ${codeWords(metric)}`)
    .join(', ')
}

/** "✓ 22 = 9 + 6 + 5 + 1 + 1" or "✗ …". */
export const checkWords = ({ holds, text, review }: Pick<CheckRecord, 'holds' | 'text' | 'review'>): string =>
  `${holds ? '✓' : '✗'} ${text}${review === null ? '' : ` (${review.decision} by ${review.by}: ${review.reason})`}`

const legend = (incidents: number, rollups: number, { width, paint }: Look): readonly string[] => {
  if (incidents + rollups === 0)
    return [
      'No incidents: none is in the store (`sijil ingest PATH…` reads reports), or none is like what was asked for.',
    ]
  const counted = `${plural(incidents, 'incident')}${rollups === 0 ? '' : ` and ${plural(rollups, 'roll-up')}`}.`
  const signs = `8–9 (8) = low–high (best), 12+ = open top, ? = reported without a number, ${NOTHING} = not reported; origins are independent ones: copies are not witnesses.`
  return wrap(printable(`${counted} ${WHAT_THE_NUMBERS_ARE} ${signs}`), Math.min(width, 110)).map(paint.faint)
}

const plural = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`
