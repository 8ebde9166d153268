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
 * fingerprints came in with them are found too. The database looks each hash up once; what documents share is counted here:
 * of a crowd of near-copies each pair shares dozens, too many rows to group.
 */
export const documentsSharing = async (
  db: Db,
  prints: readonly Fingerprint[],
): Promise<readonly (readonly [document: string, other: string])[]> => {
  const hashes = [...new Set(prints.flatMap((print) => print.hashes))]
  const { rows } = await sql<{ id: string; numbers: number[] }>`
    select bearer.document_id as id, array_agg(wanted.number::integer) as numbers
      from json_array_elements_text(${JSON.stringify(hashes)}::json) with ordinality as wanted(hash, number)
      cross join lateral (
        select f.document_id from fingerprints f
         where f.hash = wanted.hash::bigint order by f.document_id limit ${MOST_BEARERS}
      ) as bearer
     group by 1 order by 1`.execute(db)
  const numberOf = new Map(hashes.map((hash, number) => [hash, number]))
  const bearers: number[][] = hashes.map(() => [])
  rows.forEach(({ numbers }, bearer) => {
    for (const number of numbers) bearers[number - 1]?.push(bearer)
  })
  const shared = new Int32Array(rows.length)
  return prints.flatMap(({ document, hashes: own }) => {
    const touched: number[] = []
    for (const hash of own)
      for (const bearer of bearers[numberOf.get(hash) ?? -1] ?? []) {
        if (shared[bearer] === 0) touched.push(bearer)
        shared[bearer] = (shared[bearer] ?? 0) + 1
      }
    const likest = touched
      .filter((bearer) => (shared[bearer] ?? 0) >= LEAST_SHARED && rows[bearer]?.id !== document)
      // rows come by id: of two that share as much, the smaller number is the one whose id comes first
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, MOST_CANDIDATES)
      .map((bearer) => [document, rows[bearer]?.id ?? ''] as const)
    for (const bearer of touched) shared[bearer] = 0
    return likest
  })
}
