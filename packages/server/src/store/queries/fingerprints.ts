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

/** Hashes that more documents share (a site's footer) tell nothing, and are followed no further than this. */
const COMMON = 200

/**
 * For documents that are not stored yet: the stored ones that share at least `least` hashes with one of them, at most
 * `most` for each, the likest first.
 */
export const documentsSharing = async (
  db: Db,
  prints: readonly Fingerprint[],
  { least, most }: { readonly least: number; readonly most: number },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ document_id: string }>`
    select distinct document_id from (
      select found.document_id, row_number() over (partition by wanted.document_id order by count(*) desc, found.document_id)
        from json_to_recordset(${JSON.stringify(flat(prints))}::json) as wanted(hash bigint, document_id text)
        cross join lateral (select f.document_id from fingerprints f where f.hash = wanted.hash limit ${COMMON}) as found
       group by wanted.document_id, found.document_id
      having count(*) >= ${least}
    ) as likest where row_number <= ${most} order by 1`.execute(db)
  return rows.map(({ document_id }) => document_id)
}
