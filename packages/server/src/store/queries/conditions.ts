import type { Bbox } from '@sijil/core/contract/bbox.js'
import { type RawBuilder, sql } from 'kysely'

/** Something that a row must fulfil. */
export type Condition = RawBuilder<boolean>

/** All of them; what was not asked for is null. */
export const allOf = (conditions: readonly (Condition | null)[]): Condition => {
  const asked = conditions.filter((one) => one !== null)
  return asked.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(asked, sql` and `)}`
}

/** `make`, of a value that was asked for. */
export const when = <T>(value: T | undefined, make: (value: T) => Condition): Condition | null =>
  value === undefined ? null : make(value)

/** What somebody typed into a search box, as a query. */
export const wordsQuery = (search: string): RawBuilder<unknown> =>
  sql`websearch_to_tsquery('sijil.words'::regconfig, ${search})`

/** Whether a text has a part, whatever the case. */
export const hasPart = (text: RawBuilder<unknown>, part: string): Condition =>
  sql<boolean>`${text} ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`

/** Whether a point (longitude, latitude) lies in a box, or on its edge. */
export const liesIn = (point: RawBuilder<unknown>, [west, south, east, north]: Bbox): Condition => {
  const within = (from: number, to: number) =>
    sql<boolean>`${point} <@ box(point(${from}::float8, ${south}::float8), point(${to}::float8, ${north}::float8))`
  return west <= east ? within(west, east) : sql<boolean>`(${within(west, 180)} or ${within(-180, east)})`
}

/** The places that a listing is narrowed to: those of a name, of a country and in a box. */
export interface PlacesWanted {
  /** Numbers of the names that hold the name asked for, and the country of that name. */
  readonly named?: { readonly names: readonly number[]; readonly country: string | null } | undefined
  readonly country?: string | undefined
  readonly bbox?: Bbox | undefined
}

/** The condition on columns of those names. */
export const liesAt = (
  { named, country, bbox }: PlacesWanted,
  columns: {
    readonly names: RawBuilder<unknown>
    readonly country: RawBuilder<unknown>
    readonly spot: RawBuilder<unknown>
  },
): Condition | null => {
  const conditions = [
    when(named, (wanted) =>
      wanted.country === null
        ? sql<boolean>`${columns.names} && ${wanted.names}::int[]`
        : sql<boolean>`(${columns.names} && ${wanted.names}::int[] or ${columns.country} = ${wanted.country})`,
    ),
    when(country, (code) => sql<boolean>`${columns.country} = ${code.toUpperCase()}`),
    when(bbox, (box) => liesIn(columns.spot, box)),
  ]
  return conditions.every((one) => one === null) ? null : allOf(conditions)
}
