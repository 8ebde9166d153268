import type { IncidentDetail, IncidentSummary } from '@sijil/core/contract/incident-detail.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { evidenceLines } from './evidence.ts'
import { figureLines } from './figures.ts'
import { checkWords } from './incidents-table.ts'
import type { Look } from './look.ts'
import { originLetter } from './origin-letter.ts'
import { isolated, printable } from './printable.ts'
import { valueWords } from './value-words.ts'
import { codeWords, count, dayWords, figureWords, PLACE_PRECISIONS, placeWords } from './words.ts'
import { pad, wrap } from './wrap.ts'

const WIDEST = 110

/** Everything about one incident, to be read from top to bottom: what, how sure, on whose word, and each sentence that says so. */
export const incidentPage = (detail: IncidentDetail, look: Look): string => {
  const page = { ...look, width: Math.min(look.width, WIDEST) }
  const numbers = new Map(detail.evidence.map(({ claim }, i) => [claim.id, i + 1]))
  return [
    ...headLines(detail, page),
    ...section('Figures', figureLines(detail, numbers, page), page),
    ...section('What happened', factLines(detail, page), page),
    ...section('On whose word', originLines(detail, numbers, page), page),
    ...section('Contradictions', contradictionLines(detail, numbers, page), page),
    ...section('Checks', checkLines(detail, page), page),
    ...section('Roll-ups', rollupLines(detail, page), page),
    ...section('Reviews', reviewLines(detail, numbers, page), page),
    ...section('Evidence', evidenceLines(detail, numbers, page), page),
    '',
  ].join('\n')
}

/** A heading and its lines, set in by two columns; nothing where there are no lines. */
const section = (title: string, lines: readonly string[], { paint }: Look): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.strong(title), ...lines.map((line) => (line === '' ? '' : `  ${line}`))]

const headLines = (detail: IncidentDetail, { width, paint }: Look): readonly string[] => {
  const kind = detail.kind === 'rollup' ? 'roll-up: a sum that reports give over several incidents' : null
  const title = [detail.id, placeWords(detail.place), dayWords(detail.from, detail.to)].map(printable)
  return [
    ...wrap(title.join('  ·  '), width).map((line) => paint.strong(isolated(line))),
    ...(kind === null ? [] : [paint.faint(kind)]),
    ...wrap(`${codeWords(detail.grade)}: ${detail.gradeMeaning}`, width),
    ...wrap(`${codeWords(detail.confirmation)}: ${detail.confirmationMeaning}`, width),
    ...wrap(detail.about, width).map(paint.faint),
  ]
}

const factLines = (detail: IncidentDetail, { width }: Look): readonly string[] => [
  ...labelled('where', whereWords(detail.place), width),
  ...labelled('when', whenWords(detail), width),
  ...labelled('means', detail.means.map(codeWords).join(', ') || 'not stated', width),
  ...labelled('said to have done it', detail.actors.join('; ') || 'nobody is named', width),
]

const LABEL = 22

const labelled = (label: string, text: string, width: number): readonly string[] =>
  wrap(printable(text), width - LABEL - 2).map((line, i) => pad(i === 0 ? label : '', LABEL) + isolated(line))

const whereWords = (place: IncidentDetail['place']): string => {
  if (place.precision === null || place.lat === null || place.lon === null) return placeWords(place)
  // The middle of an area told to the metre would look like a place.
  const digits = place.precision < 3 ? 4 : 1
  const point = `${place.lat.toFixed(digits)}, ${place.lon.toFixed(digits)}`
  const within = place.radius === null ? '' : ` within ${kilometres(place.radius)}`
  const area = [place.admin1, place.country].filter((name) => name !== null && name !== place.name).join(', ')
  const known = PLACE_PRECISIONS[place.precision] ?? ''
  return [placeWords(place), area, `${point}${within} (${known}; UCDP precision ${place.precision})`]
    .filter((part) => part !== '')
    .join(' · ')
}

const kilometres = (metres: number): string => {
  if (metres < 1000) return `${Math.round(metres)} m`
  return metres < 10_000 ? `${Math.round(metres / 100) / 10} km` : `${count(Math.round(metres / 1000))} km`
}

const whenWords = ({ from, to, datePrecision }: IncidentRecord): string =>
  `${dayWords(from, to)} (UCDP precision ${datePrecision})`

const originLines = (
  detail: IncidentDetail,
  numbers: ReadonlyMap<string, number>,
  { width, paint }: Look,
): readonly string[] => {
  const documents = `${detail.documents.length} document${detail.documents.length === 1 ? '' : 's'}`
  const origins = `${detail.origins} independent origin${detail.origins === 1 ? '' : 's'}`
  const each = detail.originList.flatMap((origin, i) => {
    const claims = cited(origin.claims, numbers)
    const type = codeWords(origin.type)
    const named = origin.name.toLowerCase().includes(type) ? origin.name : `${origin.name} (${type})`
    const what = `${named} ${claims} in ${origin.documents.join(', ')}`
    return hung(`${originLetter(i)}  `, what, width)
  })
  const votes = `${documents}, ${origins}; one vote each, however many documents repeat it`
  return [...wrap(votes, width - 2).map(paint.faint), ...each]
}

/** A text with a mark before its first line and the same room before the others. */
const hung = (mark: string, text: string, width: number): readonly string[] =>
  wrap(printable(text), width - mark.length - 2).map(
    (line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + isolated(line),
  )

/** "[1][3]": the numbers of the evidence, in order. */
const cited = (claims: readonly string[], numbers: ReadonlyMap<string, number>): string =>
  claims
    .flatMap((id) => numbers.get(id) ?? [])
    .sort((a, b) => a - b)
    .map((n) => `[${n}]`)
    .join('')

const contradictionLines = (
  detail: IncidentDetail,
  numbers: ReadonlyMap<string, number>,
  { width, paint }: Look,
): readonly string[] =>
  detail.checks
    .filter(({ kind, holds }) => kind === 'origins' && !holds)
    .flatMap(({ text, claims }) => {
      const marks = cited(claims, numbers)
      return hung('✗ ', `${text} ${marks}`, width).map(paint.bad)
    })

const checkLines = (detail: IncidentDetail, { width, paint }: Look): readonly string[] =>
  detail.checks
    .filter(({ kind, holds }) => kind !== 'origins' || holds)
    .flatMap((check) => wrap(printable(checkWords(check)), width - 2).map(check.holds ? paint.good : paint.bad))

/** What people decided, and what the machine has there. */
const reviewLines = (
  detail: IncidentDetail,
  numbers: ReadonlyMap<string, number>,
  { width, paint }: Look,
): readonly string[] =>
  detail.reviewList.flatMap((review) => {
    const on = review.target === 'claim' ? ` of ${cited([review.on], numbers) || 'a claim that was rejected'}` : ''
    const value = valueWords(review.field, review.value)
    const machine = valueWords(review.field, review.machine)
    const what = `${review.field}${on}: ${review.decision}${value === '' ? '' : ` ${value}`}${machine === '' || machine === value ? '' : `; the machine has ${machine}`}`
    const lines = hung('• ', `${what}. ${review.by}, ${review.at.slice(0, 10)}: ${review.reason} (${review.id})`, width)
    if (review.withdrawn === null) return lines
    const { by, at, reason } = review.withdrawn
    return [...lines, ...hung('  ', `withdrawn by ${by}, ${at.slice(0, 10)}: ${reason}`, width).map(paint.faint)]
  })

const rollupLines = (detail: IncidentDetail, { width }: Look): readonly string[] => [
  ...detail.rollups.flatMap((rollup) => hung('under ', summary(rollup), width)),
  ...detail.parts.flatMap((part) => hung('sums  ', summary(part), width)),
]

const summary = (incident: IncidentSummary): string =>
  [
    incident.id,
    placeWords(incident.place),
    dayWords(incident.from, incident.to),
    `killed ${figureWords(incident.killed, incident.reported.includes('killed'))}`,
  ].join(' · ')
