import type { GazetteerEntry } from './gazetteer.ts'
import { type BadRow, pointOf, type ReadRows } from './read-geonames.ts'
import { readTable, type TableRow } from './read-table.ts'

/** What users call kinds of places, and ours. */
const KINDS: Readonly<Record<string, GazetteerEntry['kind']>> = {
  '': 'settlement',
  settlement: 'settlement',
  village: 'settlement',
  hamlet: 'settlement',
  town: 'settlement',
  city: 'settlement',
  capital: 'settlement',
  neighbourhood: 'settlement',
  neighborhood: 'settlement',
  camp: 'facility',
  facility: 'facility',
  airport: 'facility',
  hospital: 'facility',
  crossing: 'facility',
  admin: 'admin',
  district: 'admin',
  subdistrict: 'admin',
  province: 'admin',
  governorate: 'admin',
  region: 'area',
  area: 'area',
  country: 'country',
}
const LEVELS: Readonly<Record<string, number>> = {
  country: 0,
  province: 1,
  governorate: 1,
  admin: 1,
  district: 2,
  subdistrict: 3,
}

/**
 * Reads a user's own table of places: CSV with a header; `name`, `lat`, `lon` are needed; `alt_names` (split by `;`),
 * `admin1`, `country` (ISO 3166-1 alpha-2), `kind`, `population`, `pcode`, `adm1_pcode` to `adm3_pcode`, `id`, `radius`
 * (metres) may stand with them, in any order. Ids come out as `prefix:id`, or `prefix:` and the line. Broken rows are told with their line and left out.
 */
export const readPlaceTable = (content: string, prefix: string): ReadRows => {
  const bad: BadRow[] = []
  const rows = readTable(content, bad)
  const [first] = rows
  const missing = ['name', 'lat', 'lon'].filter((column) => first !== undefined && !(column in first.cells))
  if (missing.length > 0)
    return { entries: [], bad: [{ line: 1, why: `the header has no column ${missing.join(', ')}` }] }
  const entries = rows.flatMap((row): readonly GazetteerEntry[] => {
    const entry = entryOf(row, prefix)
    if (typeof entry !== 'string') return [entry]
    bad.push({ line: row.line, why: entry })
    return []
  })
  return { entries, bad: [...bad].sort((a, b) => a.line - b.line) }
}

const entryOf = ({ cells, line }: TableRow, prefix: string): GazetteerEntry | string => {
  const name = cells.name ?? ''
  if (name === '') return 'it has no name'
  const point = pointOf(cells.lat ?? '', cells.lon ?? '')
  if (typeof point === 'string') return point
  const country = (cells.country ?? '').toUpperCase()
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    return `"${cells.country}" is no ISO code of a country (two letters)`
  const word = (cells.kind ?? '').toLowerCase()
  const kind = KINDS[word]
  if (kind === undefined)
    return `"${cells.kind}" is no kind of place (${Object.keys(KINDS).filter(Boolean).join(', ')})`
  return {
    id: `${prefix}:${cells.id || line}`,
    name,
    names: (cells.alt_names ?? '')
      .split(';')
      .map((other) => other.trim())
      .filter((other) => other !== ''),
    ...point,
    kind,
    country,
    admin1: cells.admin1 || null,
    population: positive(cells.population) ?? 0,
    pcode: cells.pcode || null,
    ...areasOf(cells),
    level: LEVELS[word] ?? null,
    radius: positive(cells.radius),
  }
}

/** The p-codes of the areas that a row puts its place in: columns `adm1_pcode`, `adm2_pcode`, `adm3_pcode`, as OCHA's tables of places have them. */
const areasOf = (cells: TableRow['cells']): Pick<GazetteerEntry, 'areas'> => {
  const codes = [1, 2, 3].flatMap((level) => cells[`adm${level}_pcode`] || cells[`admin${level}pcode`] || [])
  return codes.length === 0 ? {} : { areas: codes }
}

const positive = (cell: string | undefined): number | null => {
  const number = Number(cell)
  return cell === undefined || cell === '' || !Number.isFinite(number) || number <= 0 ? null : Math.round(number)
}
