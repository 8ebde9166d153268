import type { GazetteerPlace } from '@sijil/core/gazetteer/gazetteer.js'
import type { GazetteerRecord } from '../../actions/list-gazetteers.ts'
import type { LocatedLine } from '../../actions/locate.ts'
import type { Look } from './look.ts'
import { type Column, tableLines } from './table.ts'

/** A place found by name, with the spelling that matched. */
export interface MatchRecord extends GazetteerPlace {
  readonly match: string
  readonly likeness: number
}

/** The table of gazetteers in use. */
export const gazetteersTable = (records: readonly GazetteerRecord[], look: Look): string => {
  const columns: readonly Column<GazetteerRecord>[] = [
    { head: 'name', cell: ({ name }) => name, least: 10, paint: look.paint.strong },
    { head: 'places', cell: ({ places }) => places.toLocaleString('en'), align: 'right' },
    { head: 'from', cell: ({ source }) => source, least: 16, most: 60 },
    { head: 'added', cell: ({ addedAt }) => addedAt?.slice(0, 10) ?? '' },
    { head: 'licence', cell: ({ licence }) => licence ?? '', least: 12, most: 40, mayGoBelow: true },
  ]
  return page(columns, records, look)
}

/** The table of places found under a name. */
export const matchesTable = (records: readonly MatchRecord[], look: Look): string => {
  if (records.length === 0)
    return 'No place is called like this. `sijil gazetteer add CC` brings the villages of a country.\n'
  const columns: readonly Column<MatchRecord>[] = [
    { head: 'place', cell: ({ name }) => name, least: 12, most: 32, paint: look.paint.strong },
    { head: 'as', cell: ({ match, name }) => (match === name ? '' : match), least: 10, most: 28 },
    { head: 'kind', cell: ({ kind }) => kind },
    { head: 'in', cell: ({ admin1, country }) => [admin1, country].filter(Boolean).join(', '), least: 10, most: 32 },
    {
      head: 'people',
      cell: ({ population }) => (population > 0 ? population.toLocaleString('en') : ''),
      align: 'right',
    },
    { head: 'lat, lon', cell: ({ lat, lon }) => `${lat.toFixed(4)}, ${lon.toFixed(4)}` },
    { head: 'alike', cell: ({ likeness }) => likeness.toFixed(2), align: 'right' },
    { head: 'id', cell: ({ id }) => id, least: 12, mayGoBelow: true, paint: look.paint.faint },
  ]
  return page(columns, records, look)
}

type Located = LocatedLine['places'][number]

/** The table of one text's places, with why each was placed where it is. */
export const locatedTable = (line: LocatedLine, look: Look): string => {
  if (line.places.length === 0) return `${line.id}: no place\n`
  const columns: readonly Column<Located>[] = [
    { head: line.id, cell: ({ text }) => text, least: 12, most: 32, paint: look.paint.strong },
    {
      head: 'place',
      cell: ({ name, admin1, country }) => [name, admin1, country].filter(Boolean).join(', '),
      least: 12,
      most: 44,
    },
    { head: 'lat, lon', cell: ({ lat, lon }) => `${lat.toFixed(4)}, ${lon.toFixed(4)}` },
    { head: 'precision', cell: ({ precision }) => String(precision), align: 'right' },
    { head: 'within', cell: ({ radius }) => `${Math.max(1, Math.round(radius / 1000))} km`, align: 'right' },
    { head: 'why', cell: ({ why }) => why.join('; '), least: 20, most: 60, mayGoBelow: true, paint: look.paint.faint },
  ]
  return page(columns, line.places, look)
}

const page = <T>(columns: readonly Column<T>[], rows: readonly T[], look: Look): string =>
  `${tableLines(columns, rows, { width: look.width, paintHead: look.paint.faint }).join('\n')}\n`
