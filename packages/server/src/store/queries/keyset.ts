import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database.ts'
import type { Condition } from './conditions.ts'

/** Where a page ended, in the words of the database. */
export type Ended = readonly [key: string, tie: string]

/** An order in which no two rows are equal: by a key, and by a second where the first ones are. */
export interface Order {
  readonly key: RawBuilder<unknown>
  readonly keyType: 'date' | 'bigint'
  readonly tie: RawBuilder<unknown>
  readonly tieType: 'text' | 'bigint'
  readonly descending: boolean
}

/** Where in an order a row stands: two columns, to be selected. */
export const standsAt = ({ key, tie }: Order): RawBuilder<unknown> => sql`(${key})::text as key, (${tie})::text as tie`

/** Whether a row comes after a place in an order. */
export const comesAfter = (
  { key, keyType, tie, tieType, descending }: Order,
  ended: Ended | null,
): Condition | null => {
  if (ended === null) return null
  const [at, tied] = ended
  const place = sql`(${at}::${sql.raw(keyType)}, ${tied}::${sql.raw(tieType)})`
  return sql<boolean>`(${key}, ${tie}) ${sql.raw(descending ? '<' : '>')} ${place}`
}

export const inOrder = ({ key, tie, descending }: Order): RawBuilder<unknown> => {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  return sql`${key} ${direction}, ${tie} ${direction}`
}

/** Rows are counted as far as this. */
export const COUNTED = 10_000

/** How many rows a listing has, but no more than one above `COUNTED`. */
export const countRows = async (db: Db, from: RawBuilder<unknown>, where: Condition): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${from} where ${where} limit ${COUNTED + 1}) as counted`.execute(db)
  return rows[0]?.n ?? 0
}
