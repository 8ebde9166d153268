import type { GazetteerEntry } from './gazetteer.ts'
import { type BadRow, pointOf, type ReadRows } from './read-geonames.ts'
import { readTable, type TableRow } from './read-table.ts'

/** A point in degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Where an area of this name lies as far as other gazetteers know, for tables that give no coordinates. */
export type FindPoint = (name: string, country: string, level: number) => Point | null

/** Headers of OCHA's tables over the years: `admin1Name_en`, `ADM1_EN`, `adm1_name`, `admin1Pcode`, `ADM1_PCODE`. */
const PCODE = /^adm(?:in)?([0-4])_?pcode$/
const NAME = /^adm(?:in)?([0-4])(?:alt\d?)?_?(?:name)?\d?_?(?:[a-z]{2})?$/
const LAT = ['center_lat', 'centroid_lat', 'latitude', 'lat', 'point_y', 'y_coord']
const LON = ['center_lon', 'centroid_lon', 'longitude', 'lon', 'lng', 'point_x', 'x_coord']

/** Whether a header is that of a table of areas with p-codes. */
export const isPcodeTable = (header: string): boolean =>
  header.split(/[,;\t]/).some((column) =>
    PCODE.test(
      column
        .trim()
        .replace(/^\uFEFF|"/g, '')
        .toLowerCase(),
    ),
  )

/**
 * Reads a table of administrative areas with OCHA's p-codes (COD-AB), one area of the table's lowest level a row: names in
 * several languages and scripts and codes of all levels, and mostly its middle. Areas of the levels above are read from
 * the same rows; they lie in the middle of theirs. A table without coordinates takes those that `find` knows. Broken rows
 * are told with their line and left out.
 */
export const readPcodeTable = (content: string, prefix: string, find: FindPoint): ReadRows => {
  const bad: BadRow[] = []
  const units = new Map<string, Unit>()
  for (const row of readTable(content, bad)) {
    const read = unitsOf(row, find)
    if (typeof read === 'string') bad.push({ line: row.line, why: read })
    else for (const unit of read) addUnit(units, unit)
  }
  const entries = [...units.values()].map((unit) => entryOf(unit, prefix))
  return { entries, bad: [...bad].sort((a, b) => a.line - b.line) }
}

interface Unit {
  readonly pcode: string
  readonly level: number
  readonly names: readonly string[]
  readonly country: string
  readonly admin1: string | null
  /** P-codes of the areas above it, the widest first. */
  readonly above: readonly string[]
  readonly points: readonly Point[]
}

/** The areas that a row names, one a level from the first down, or why it cannot be used. */
const unitsOf = ({ cells }: TableRow, find: FindPoint): readonly Unit[] | string => {
  const levels = [1, 2, 3, 4].filter((level) => pcodeAt(cells, level) !== '')
  const lowest = levels.at(-1)
  if (lowest === undefined) return 'it has no p-code of an area'
  const nameless = levels.find((level) => namesAt(cells, level).length === 0)
  if (nameless !== undefined) return `the area ${pcodeAt(cells, nameless)} has no name`
  const country = countryOf(cells, pcodeAt(cells, lowest))
  if (country === null) return `"${pcodeAt(cells, lowest)}" does not begin with a country's code`
  const point = ownPoint(cells) ?? foundPoint(namesAt(cells, lowest), country, lowest, find)
  if (typeof point === 'string') return point
  const admin1 = namesAt(cells, 1)[0] ?? null
  return levels.map((level) => {
    const names = namesAt(cells, level)
    const found = level === lowest ? point : foundPoint(names, country, level, find)
    const own = typeof found === 'string' ? point : found
    const above = levels.filter((upper) => upper < level).map((upper) => pcodeAt(cells, upper))
    return { pcode: pcodeAt(cells, level), level, names, country, admin1, above, points: [own] }
  })
}

const pcodeAt = (cells: TableRow['cells'], level: number): string => valuesOf(cells, PCODE, level)[0] ?? ''

const namesAt = (cells: TableRow['cells'], level: number): readonly string[] => [
  ...new Set(valuesOf(cells, NAME, level)),
]

const valuesOf = (cells: TableRow['cells'], column: RegExp, level: number): readonly string[] =>
  Object.entries(cells).flatMap(([name, value]) =>
    column.exec(name)?.[1] === String(level) && value !== '' ? [value] : [],
  )

/** ISO 3166-1 alpha-2: p-codes begin with it. */
const countryOf = (cells: TableRow['cells'], pcode: string): string | null => {
  const code = /^[A-Za-z]{2}$/.test(pcodeAt(cells, 0)) ? pcodeAt(cells, 0) : pcode.slice(0, 2)
  return /^[A-Za-z]{2}$/.test(code) ? code.toUpperCase() : null
}

/** The coordinates in a row, why they are none, or null where it has no such cells. */
const ownPoint = (cells: TableRow['cells']): Point | string | null => {
  const [lat, lon] = [LAT, LON].map((columns) => columns.map((name) => cells[name]).find((value) => value))
  return lat === undefined || lon === undefined ? null : pointOf(lat, lon)
}

const foundPoint = (names: readonly string[], country: string, level: number, find: FindPoint): Point | string => {
  for (const name of names) {
    const point = find(name, country, level)
    if (point !== null) return point
  }
  return `it has no coordinates (center_lat, center_lon), and no gazetteer knows where ${names[0]} lies`
}

const addUnit = (units: Map<string, Unit>, unit: Unit): void => {
  const known = units.get(unit.pcode)
  units.set(unit.pcode, known === undefined ? unit : { ...known, points: [...known.points, ...unit.points] })
}

const entryOf = ({ pcode, level, names, country, admin1, above, points }: Unit, prefix: string): GazetteerEntry => {
  const [name = pcode, ...others] = names
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    id: `${prefix}:${pcode}`,
    name,
    names: others,
    lat: mean(points.map(({ lat }) => lat)),
    lon: mean(points.map(({ lon }) => lon)),
    kind: 'admin',
    country,
    admin1,
    population: 0,
    pcode,
    ...(above.length > 0 && { areas: above }),
    level,
    radius: null,
  }
}
