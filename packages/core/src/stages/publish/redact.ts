import { blocks, maskerOf } from './mask-names.ts'

/** What of a record somebody may see. */
export interface RedactionProfile {
  /** `never` shown · shown `on-request`, and each look is kept in the log. */
  readonly names: 'never' | 'on-request'
  /** Degrees of the grid to which points are coarsened; null leaves them as exact as they are. */
  readonly grid: number | null
}

/** What has to be hidden in some values. */
export interface Redaction {
  /** The names of persons, as they stand in the documents that the values are about. */
  readonly names: Iterable<string>
  /** Documents in whose language names can't be told from other words, by content id. */
  readonly unreadable: ReadonlySet<string>
  readonly grid: number | null
}

/** What stands for a title in which nobody can tell names from other words. */
export const WITHHELD_TITLE = '[withheld]'

/** Names of places: a village that is called like a person is told all the same. */
const PLACES: ReadonlySet<string> = new Set(['place', 'places', 'runnersUp', 'country', 'admin1'])

/**
 * A copy of a value with every name in every string masked, wherever it stands: what a field is called decides nothing,
 * so none can be forgotten. Masks are as long as the names. Points are coarsened where a grid says so.
 */
export const redact = <T>(value: T, { names, unreadable, grid }: Redaction): T => {
  const mask = maskerOf(names, blocks)
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return mask(one)
    if (Array.isArray(one)) return one.map(walk)
    if (one === null || typeof one !== 'object') return one
    return walkObject(one as Readonly<Record<string, unknown>>)
  }
  const walkObject = (object: Readonly<Record<string, unknown>>): unknown => {
    const copy: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(object)) copy[key] = PLACES.has(key) ? field : walk(field)
    if (typeof copy.id === 'string' && unreadable.has(copy.id) && typeof copy.title === 'string')
      copy.title = WITHHELD_TITLE
    return copy
  }
  const masked = walk(value)
  return (grid === null ? masked : coarsened(masked, grid)) as T
}

/** Metres of a degree along a meridian. */
const DEGREE_M = 111_320

/** A copy in which every point lies on the grid, and its radius says so. */
export const coarsened = <T>(value: T, grid: number): T => {
  const round = (degrees: number) => Number((Math.round(degrees / grid) * grid).toFixed(6))
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk)
    if (one === null || typeof one !== 'object') return one
    const copy = Object.fromEntries(Object.entries(one).map(([key, field]) => [key, walk(field)]))
    const { lat, lon, radius, precision } = copy
    if (typeof lat !== 'number' || typeof lon !== 'number') return copy
    return {
      ...copy,
      lat: round(lat),
      lon: round(lon),
      ...('radius' in copy ? { radius: Math.max(Number(radius ?? 0), Math.ceil(grid * DEGREE_M)) } : {}),
      ...('precision' in copy && precision !== null ? { precision: Math.max(Number(precision), 2) } : {}),
    }
  }
  return walk(value) as T
}
