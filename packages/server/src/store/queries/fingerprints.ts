import { LEAST_SHARED, MOST_BEARERS, MOST_CANDIDATES } from '@sijil/core/stages/dedupe/candidate-pairs.js'
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

/**
 * For stored documents: with which others each of them is worth comparing, by the rule of `candidatePairs`. Those whose
 * fingerprints came in with them are found too.
 */
export const documentsSharing = async (
  db: Db,
  prints: readonly Fingerprint[],
): Promise<readonly (readonly [document: string, other: string])[]> => {
  const { rows } = await sql<{ wants: string; document_id: string }>`
    with shared as (
      select wanted.document_id as wants, found.document_id, count(*) as hashes
        from json_to_recordset(${JSON.stringify(flat(prints))}::json) as wanted(hash bigint, document_id text)
        cross join lateral (
          select f.document_id from fingerprints f where f.hash = wanted.hash order by f.document_id limit ${MOST_BEARERS}
        ) as found
       where found.document_id <> wanted.document_id
       group by 1, 2 having count(*) >= ${LEAST_SHARED}
    ), likest as (
      select wants, document_id, row_number() over (partition by wants order by hashes desc, document_id) as rank
        from shared
    )
    select wants, document_id from likest where rank <= ${MOST_CANDIDATES} order by 1, 2`.execute(db)
  return rows.map(({ wants, document_id }) => [wants, document_id] as const)
}
