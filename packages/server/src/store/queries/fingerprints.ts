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

/** A hash that more documents share (a site's footer) is followed to so many of them only. */
const COMMON = 48

/**
 * For documents that are not stored yet: the stored ones that share most with each of them, at most `most` for each. A
 * hash weighs the more, the fewer documents have it; one alone is enough only where hardly any other has it.
 */
export const documentsSharing = async (
  db: Db,
  prints: readonly Fingerprint[],
  most: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ document_id: string }>`
    with shared as (
      select wanted.document_id as wants, found.document_id, 1.0 / found.bearers as weight
        from json_to_recordset(${JSON.stringify(flat(prints))}::json) as wanted(hash bigint, document_id text)
        cross join lateral (
          select document_id, count(*) over () as bearers
            from (select f.document_id from fingerprints f where f.hash = wanted.hash limit ${COMMON}) as bearer
        ) as found
    ), likest as (
      select document_id, row_number() over (partition by wants order by sum(weight) desc, document_id) as rank
        from shared group by wants, document_id
      having count(*) > 1 or sum(weight) >= 0.5
    )
    select distinct document_id from likest where rank <= ${most} order by 1`.execute(db)
  return rows.map(({ document_id }) => document_id)
}
