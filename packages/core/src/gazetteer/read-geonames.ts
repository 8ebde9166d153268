import type { GazetteerEntry } from './gazetteer.ts'

/** A row that could not be used: its line, counted from 1, and why. */
export interface BadRow {
  readonly line: number
  readonly why: string
}

export interface ReadRows {
  readonly entries: readonly GazetteerEntry[]
  readonly bad: readonly BadRow[]
}

/** GeoNames feature codes of second- and lower-order areas, with their level. */
const LEVELS: Readonly<Record<string, number>> = {
  PCLI: 0,
  PCLD: 0,
  PCLS: 0,
  PCLF: 0,
  PCL: 0,
  ADM1: 1,
  ADM2: 2,
  ADM3: 3,
  ADM4: 4,
}
/** Features that no longer are. */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'ADM1H', 'ADM2H', 'ADM3H', 'ADM4H', 'PCLH'])
const COLUMNS = 19

/**
 * Reads a GeoNames country dump: 19 columns, tab-separated (geonames.org/export). `admin1Names` gives the name of an
 * admin-1 code ("SY.06" → "Idlib"). Ids come out as `prefix:geonameid`. Rows that are no row of a dump are told with
 * their line and left out.
 */
export const readGeonames = (
  content: string,
  prefix: string,
  admin1Names: ReadonlyMap<string, string> = new Map(),
): ReadRows => {
  const entries: GazetteerEntry[] = []
  const bad: BadRow[] = []
  content.split('\n').forEach((raw, i) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') return
    const row = readRow(line.split('\t'), prefix, admin1Names)
    if (typeof row === 'string') bad.push({ line: i + 1, why: row })
    else if (row !== null) entries.push(row)
  })
  return { entries, bad }
}

/** An entry; null for a feature that is no place of people; a reason for a broken row. */
const readRow = (
  cells: readonly string[],
  prefix: string,
  admin1Names: ReadonlyMap<string, string>,
): GazetteerEntry | string | null => {
  if (cells.length !== COLUMNS) return `${cells.length} columns, a GeoNames dump has ${COLUMNS}`
  const [
    id = '',
    name = '',
    ascii = '',
    alternates = '',
    lat = '',
    lon = '',
    klass = '',
    code = '',
    country = '',
    ,
    admin1 = '',
  ] = cells
  if (!/^\d+$/.test(id)) return `"${id}" is no geonameid`
  if (name.trim() === '') return 'it has no name'
  const point = pointOf(lat, lon)
  if (typeof point === 'string') return point
  const kind = kindOf(klass, code)
  if (kind === null) return null
  const people = Number(cells[14])
  return {
    id: `${prefix}:${id}`,
    name,
    names: [ascii, ...alternates.split(',')].filter((other) => other.trim() !== '' && !/^[A-Z]{3,4}$/.test(other)),
    ...point,
    kind,
    country,
    admin1: admin1Names.get(`${country}.${admin1}`) ?? null,
    population: Number.isFinite(people) && people > 0 ? Math.round(people) : 0,
    pcode: null,
    level: kind === 'admin' || kind === 'country' ? (LEVELS[code] ?? 2) : null,
    radius: null,
  }
}

const kindOf = (klass: string, code: string): GazetteerEntry['kind'] | null => {
  if (GONE.has(code)) return null
  if (klass === 'P') return 'settlement'
  if (klass === 'A') return code.startsWith('PCL') ? 'country' : code.startsWith('ADM') ? 'admin' : 'area'
  if (klass === 'S' || klass === 'R') return 'facility'
  return klass === 'L' || klass === 'T' || klass === 'H' || klass === 'V' ? 'area' : null
}

/** A point in degrees, or why it is none. */
export const pointOf = (lat: string, lon: string): { readonly lat: number; readonly lon: number } | string => {
  const point = { lat: Number(lat), lon: Number(lon) }
  if (lat.trim() === '' || !Number.isFinite(point.lat) || Math.abs(point.lat) > 90)
    return `"${lat}" is no latitude (-90 to 90)`
  if (lon.trim() === '' || !Number.isFinite(point.lon) || Math.abs(point.lon) > 180)
    return `"${lon}" is no longitude (-180 to 180)`
  return point
}

/** The names of admin-1 codes out of GeoNames' `admin1CodesASCII.txt`: code, name, ASCII name, id. */
export const readAdmin1Codes = (content: string): ReadonlyMap<string, string> =>
  new Map(
    content.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
      const [code, name] = line.split('\t')
      return code === undefined || name === undefined || name === '' ? [] : [[code, name]]
    }),
  )
