import type { CopyKind, CopyRelation } from '@sijil/core/model/copy.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { ReusedPassage } from '@sijil/core/pipeline/layers.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'

export const insertCopies = async (db: Db, copies: readonly CopyRelation[]): Promise<void> => {
  const rows = copies.map(({ document, of, relation, containment, why }) => ({
    document_id: document,
    of_id: of,
    relation,
    containment,
    why,
  }))
  const columns = { document_id: 'text', of_id: 'text', relation: 'text', containment: 'real', why: 'text' } as const
  await insertRows(db, 'copies', columns, rows)
}

export const insertPassages = async (db: Db, passages: readonly ReusedPassage[]): Promise<void> => {
  const rows = passages.map(({ document, of, start, end }) => ({
    document_id: document,
    of_id: of,
    start_at: start,
    end_at: end,
  }))
  await insertRows(
    db,
    'passages',
    { document_id: 'text', of_id: 'text', start_at: 'integer', end_at: 'integer' } as const,
    rows,
  )
}

/** What these documents copy, from whichever documents. */
export const copiesOf = async (db: Db, ids: readonly string[]): Promise<readonly CopyRelation[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('copies')
    .selectAll()
    .where('document_id', '=', sql<string>`any(${ids})`)
    .orderBy('document_id')
    .orderBy('containment', 'desc')
    .orderBy('of_id')
    .execute()
  return rows.map((row) => ({
    document: row.document_id as DocumentId,
    of: row.of_id as DocumentId,
    relation: row.relation as CopyKind,
    containment: row.containment,
    why: row.why,
  }))
}

/** The passages that these documents share with earlier ones. */
export const passagesOf = async (db: Db, ids: readonly string[]): Promise<readonly ReusedPassage[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('passages')
    .selectAll()
    .where('document_id', '=', sql<string>`any(${ids})`)
    .orderBy('document_id')
    .orderBy('start_at')
    .orderBy('of_id')
    .execute()
  return rows.map((row) => ({
    document: row.document_id as DocumentId,
    of: row.of_id as DocumentId,
    start: row.start_at,
    end: row.end_at,
  }))
}

/** All copy relations. */
export const allCopies = async (db: Db): Promise<readonly CopyRelation[]> => {
  const rows = await db.selectFrom('copies').select('document_id').distinct().execute()
  return copiesOf(
    db,
    rows.map(({ document_id }) => document_id),
  )
}
