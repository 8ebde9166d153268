import type { GazetteerEntry } from './gazetteer.ts'
import type { BadRow, ReadRows } from './read-geonames.ts'

/** Pseudo-languages of rows that are no names: links, and codes of the post, of airports and of registers. */
const NO_NAMES = new Set(['link', 'wkdt', 'post', 'iata', 'icao', 'faac', 'tcid', 'unlc', 'phon', 'piny'])
const FEWEST_COLUMNS = 8
const MOST_COLUMNS = 10

/** Whether a line is one of GeoNames' `alternateNamesV2`: two numbers, a language, a name and flags, by tabs. */
export const isAlternateNames = (line: string): boolean => {
  const cells = line.split('\t')
  return (
    cells.length >= FEWEST_COLUMNS &&
    cells.length <= MOST_COLUMNS &&
    /^\d+$/.test(cells[0] ?? '') &&
    /^\d+$/.test(cells[1] ?? '') &&
    /^[A-Za-z-]{0,12}$/.test(cells[2] ?? '') &&
    cells.slice(4, 8).every((flag) => flag.trim() === '' || flag === '1')
  )
}

/** Takes rows of `alternateNamesV2` one by one, for files too large to hold. */
export interface AlternateNamesReader {
  /** A line, with its number from 1. */
  add(line: string, number: number): void
  /** The places that got names: each with the names it had and these. Their ids are those of the places. */
  done(): ReadRows
}

/**
 * Reads GeoNames' `alternateNamesV2` (names in all languages by the number of their place) for the places known already, by the
 * number at the end of their ids. Former names count; links and codes do not. Broken rows are told with their line and left out.
 */
export const alternateNamesReader = (known: ReadonlyMap<string, GazetteerEntry>): AlternateNamesReader => {
  const bad: BadRow[] = []
  const names = new Map<string, Set<string>>()
  return {
    add: (raw, number) => {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (line.trim() === '') return
      const cells = line.split('\t')
      const why = troubleOf(cells)
      const [, place = '', language = '', name = ''] = cells
      if (why !== null) bad.push({ line: number, why })
      else if (known.has(place) && !NO_NAMES.has(language)) {
        const own = names.get(place) ?? new Set<string>()
        names.set(place, own.add(name.trim()))
      }
    },
    done: () => ({
      bad,
      entries: [...names].flatMap(([place, more]) => {
        const entry = known.get(place)
        return entry === undefined ? [] : [{ ...entry, names: [...new Set([...entry.names, ...more])] }]
      }),
    }),
  }
}

const troubleOf = (cells: readonly string[]): string | null => {
  if (cells.length < 4) return `${cells.length} columns, a row of alternateNamesV2 has ${MOST_COLUMNS}`
  if (!/^\d+$/.test(cells[1] ?? '')) return `"${cells[1] ?? ''}" is no geonameid`
  return (cells[3] ?? '').trim() === '' ? 'it has no name' : null
}
