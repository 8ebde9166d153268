import type { PublishedIncident } from '../../contract/published-incident.ts'
import type { FigureRecord, RangeRecord } from '../../contract/range-record.ts'
import { type Cell, csvLine, joinList } from './csv.ts'

/** One column of the export: its heading, what it holds, and how it is read from an incident. */
export interface CsvColumn {
  readonly name: string
  readonly about: string
  readonly cell: (incident: PublishedIncident) => Cell
}

/** The columns of the export, in their order; this list is also its documentation. */
export const INCIDENT_COLUMNS: readonly CsvColumn[] = [
  { name: 'id', about: "the incident's permanent code", cell: (i) => i.id },
  {
    name: 'kind',
    about: '`incident`, or `rollup`: a sum that reports give over several incidents; never add it to them',
    cell: (i) => i.kind,
  },
  { name: 'date_from', about: 'the earliest day it may have been', cell: (i) => i.from },
  { name: 'date_to', about: 'the latest day it may have been', cell: (i) => i.to },
  {
    name: 'date_precision',
    about: "UCDP's scale: 1 exact day, 2 two to six days, 3 week, 4 month, 5 longer or open",
    cell: (i) => i.datePrecision,
  },
  { name: 'place_reported', about: 'the place as the reports spell it', cell: (i) => i.place.text },
  {
    name: 'place_located',
    about: 'what could be located: the place itself, or the area it lies in',
    cell: (i) => i.place.name,
  },
  { name: 'latitude', about: 'of what could be located, WGS 84', cell: (i) => i.place.lat },
  { name: 'longitude', about: 'of what could be located, WGS 84', cell: (i) => i.place.lon },
  {
    name: 'place_precision',
    about:
      "UCDP's scale: 1 the place itself, 2 near it (about 25 km), 3 second-order area, 4 first-order area, 5 vague, 6 country, 7 at sea or in the air; from 3 on the point is only the middle of an area",
    cell: (i) => i.place.precision,
  },
  {
    name: 'radius_m',
    about: 'metres around the point within which the place lies',
    cell: (i) => rounded(i.place.radius),
  },
  { name: 'admin1', about: 'first-order area', cell: (i) => i.place.admin1 },
  { name: 'country', about: 'ISO 3166-1 alpha-2', cell: (i) => i.place.country },
  ...figureColumns('killed', (i) => i.killed),
  ...figureColumns('injured', (i) => i.injured),
  ...rangeColumns('killed_or_injured', 'undivided casualties', (i) => i.killedOrInjured),
  ...rangeColumns('missing', 'missing', (i) => i.missing),
  ...rangeColumns('abducted', 'abducted or detained', (i) => i.abducted),
  ...rangeColumns('displaced', 'displaced', (i) => i.displaced),
  ...rangeColumns('children', 'children among the killed', (i) => i.children),
  ...rangeColumns('women', 'women among the killed', (i) => i.women),
  {
    name: 'reported',
    about: 'what is reported at all, with a number or without ("dozens")',
    cell: (i) => joinList(i.reported),
  },
  { name: 'means', about: 'by what means', cell: (i) => joinList(i.means) },
  { name: 'actors', about: "who is said to have done it, in the reports' own words", cell: (i) => joinList(i.actors) },
  { name: 'documents', about: 'the documents that report it', cell: (i) => joinList(i.documents) },
  { name: 'document_count', about: 'how many they are', cell: (i) => i.documents.length },
  { name: 'origins', about: 'how many independent origins they rest on', cell: (i) => i.origins },
  { name: 'grade', about: "Airwars' five grades", cell: (i) => i.grade },
  { name: 'grade_meaning', about: 'what the grade means', cell: (i) => i.gradeMeaning },
  { name: 'sources', about: 'who says so, by type; with the names only in an export with names', cell: sourcesCell },
  {
    name: 'quotes',
    about: 'document, characters and sentence of each claim; names of persons read [name] unless the export has names',
    cell: (i) => joinList(i.quotes.map(({ doc, start, end, text }) => `${doc}:${start}-${end}: ${text}`)),
  },
  {
    name: 'checks',
    about: 'sums and bounds that were checked, each beginning with `holds` or `fails`',
    cell: (i) => joinList(i.checks.map(({ holds, text }) => `${holds ? 'holds' : 'fails'}: ${text}`)),
  },
  { name: 'part_of', about: 'the roll-ups it stands under', cell: (i) => joinList(i.partOf) },
  { name: 'claims', about: 'the ids of its claims', cell: (i) => joinList(i.claims) },
  { name: 'unit', about: 'what the numbers count', cell: () => 'people as reported, not verified' },
]

/** The incidents as CSV: UTF-8, ISO dates, `; ` between the items of a list, formulas disarmed. */
export async function* incidentsCsv(
  incidents: AsyncIterable<PublishedIncident> | Iterable<PublishedIncident>,
): AsyncGenerator<string> {
  yield csvLine(INCIDENT_COLUMNS.map(({ name }) => name))
  for await (const incident of incidents) yield csvLine(INCIDENT_COLUMNS.map(({ cell }) => cell(incident)))
}

function figureColumns(name: string, of: (incident: PublishedIncident) => FigureRecord): readonly CsvColumn[] {
  return [
    ...rangeColumns(name, name, of),
    { name: `${name}_best`, about: `${name}: best estimate`, cell: (i) => of(i).best },
    ...rangeColumns(`${name}_civilians`, `civilians ${name}`, (i) => of(i).civilians),
    ...rangeColumns(`${name}_combatants`, `combatants ${name}`, (i) => of(i).combatants),
    ...rangeColumns(`${name}_status_unknown`, `${name}, of unknown status`, (i) => of(i).unknown),
  ]
}

function rangeColumns(
  name: string,
  what: string,
  of: (incident: PublishedIncident) => RangeRecord,
): readonly CsvColumn[] {
  return [
    {
      name: `${name}_low`,
      about: `${what}: low bound of what is reported; empty = no number`,
      cell: (i) => of(i).low,
    },
    {
      name: `${name}_high`,
      about: `${what}: high bound; empty = open ("at least") or no number`,
      cell: (i) => of(i).high,
    },
  ]
}

const rounded = (metres: number | null): number | null => (metres === null ? null : Math.round(metres))

function sourcesCell({ sources }: PublishedIncident): string {
  return joinList(
    sources.map(({ type, claims, names }) => `${type} ${claims}${names === undefined ? '' : ` (${names.join(', ')})`}`),
  )
}
