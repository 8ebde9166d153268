import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'

/** The hashes that stand for a document's words when copies are looked for. */
export interface Fingerprint {
  readonly document: string
  readonly hashes: readonly number[]
}

const flat = (prints: readonly Fingerprint[]) =>
  prints.flatMap(({ document, hashes }) => hashes.map((hash) => ({ hash, document_id: document })))

export const insertFingerprints = async (db: Db, prints: readonly Fingerprint[]): Promise<void> => {
  await insertRows(db, 'fingerprints', { hash: 'bigint', document_id: 'text' } as const, flat(prints))
}

/** The documents that bear each hash, those whose ids come first; at most `limit` of them, in that order. */
export const bearersOf = async (
  db: Db,
  hashes: readonly number[],
  limit: number | null,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ id: string; numbers: number[] }>`
    select bearer.document_id as id, array_agg(wanted.number::integer) as numbers
      from json_array_elements_text(${JSON.stringify(hashes)}::json) with ordinality as wanted(hash, number)
      cross join lateral (
        select f.document_id from fingerprints f
         where f.hash = wanted.hash::bigint order by f.document_id limit ${limit}
      ) as bearer
     group by 1 order by 1`.execute(db)
  const bearers = new Map<number, string[]>(hashes.map((hash) => [hash, []]))
  for (const { id, numbers } of rows) for (const number of numbers) bearers.get(hashes[number - 1] ?? -1)?.push(id)
  return bearers
}
