import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { numberOf as numberOfId } from '../migrations/000022-shingles.ts'
import { insertRows } from './insert-rows.ts'

/** The hashes that stand for a document's words when copies are looked for. */
export interface Fingerprint {
  readonly document: string
  readonly hashes: readonly number[]
}

const HALF = 2 ** 31
const WORD = 2 ** 32
const HIGH_BITS = 12

/** 32 bits of a hash as a signed number: what is kept of it. */
const keyOf = (hash: number): number => (((hash % WORD) ^ (Math.floor(hash / WORD) << HIGH_BITS)) >>> 0) - HALF

const ID_DIGITS = 8

/** The first 32 bits of an id as a signed number: numbers come in the order of the ids. */
const numberOf = (id: string): number => Number.parseInt(id.slice(0, ID_DIGITS), 16) - HALF

export const insertFingerprints = async (db: Db, prints: readonly Fingerprint[]): Promise<void> => {
  const rows = prints.flatMap(({ document, hashes }) =>
    hashes.map((hash) => ({ key: keyOf(hash), document: numberOf(document) })),
  )
  await insertRows(db, 'shingles', { key: 'integer', document: 'integer' } as const, rows)
}

/**
 * The documents that bear each hash, those whose ids come first; at most `limit` of them, in that order. Hashes and ids are
 * kept by 32 bits of each, so that once in millions of documents one is named that does not bear it; the same ones whatever the
 * order of arrival.
 */
export const bearersOf = async (
  db: Db,
  hashes: readonly number[],
  limit: number | null,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ document: number; numbers: number[] }>`
    select bearer.document, array_agg(wanted.number::integer) as numbers
      from unnest(${hashes.map(keyOf)}::integer[]) with ordinality as wanted(key, number)
      cross join lateral (
        select distinct s.document from shingles s
         where s.key = wanted.key order by s.document limit ${limit}
      ) as bearer
     group by 1 order by 1`.execute(db)
  const ids = await idsFrom(
    db,
    rows.map(({ document }) => document),
  )
  const bearers = new Map<number, string[]>(hashes.map((hash) => [hash, []]))
  for (const { document, numbers } of rows)
    for (const number of numbers) bearers.get(hashes[number - 1] ?? -1)?.push(...(ids.get(document) ?? []))
  return bearers
}

/** The ids that begin as these numbers say, in order. */
const idsFrom = async (db: Db, numbers: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from unnest(${numbers}::integer[]) as wanted(number)
      join documents d on ${sql.raw(numberOfId('d.id'))} = wanted.number
     order by d.id`.execute(db)
  const ids = new Map<number, string[]>(numbers.map((number) => [number, []]))
  for (const { id } of rows) ids.get(numberOf(id))?.push(id)
  return ids
}
