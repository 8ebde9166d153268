import type { CopyKind, CopyRelation } from '@sijil/core/model/copy.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { ReusedPassage } from '@sijil/core/pipeline/layers.js'
import { documentOrder } from '@sijil/core/stages/dedupe/document-order.js'
import { strongestCopies } from '@sijil/core/stages/dedupe/strongest-copies.js'
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

/**
 * Takes back what is stored between any of some documents and others, but for the pairs named. Returns the documents whose
 * ties those were.
 */
export const deleteTiesBut = async (
  db: Db,
  documents: readonly string[],
  kept: readonly (readonly [string, string])[],
): Promise<readonly string[]> => {
  const [left, right] = [kept.map(([one]) => one), kept.map(([, other]) => other)]
  const untied = async (table: 'copies' | 'passages') => {
    const { rows } = await sql<{ a: string; b: string }>`
      delete from ${sql.table(table)} t
       where (t.document_id = any(${documents}) or t.of_id = any(${documents}))
         and not exists (
           select 1 from unnest(${left}::text[], ${right}::text[]) as kept(a, b)
            where (kept.a = t.document_id and kept.b = t.of_id) or (kept.b = t.document_id and kept.a = t.of_id))
      returning document_id as a, of_id as b`.execute(db)
    return rows.flatMap(({ a, b }) => [a, b])
  }
  return [...new Set([...(await untied('copies')), ...(await untied('passages'))])].sort()
}

/** What these documents copy, from whichever documents: of all that is stored of a document, what `strongestCopies` names. */
export const copiesOf = async (db: Db, ids: readonly string[]): Promise<readonly CopyRelation[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('copies')
    .innerJoin('documents as copy', 'copy.id', 'copies.document_id')
    .innerJoin('documents as original', 'original.id', 'copies.of_id')
    .selectAll('copies')
    .select(['copy.published as copy_published', 'copy.doc as copy_doc'])
    .select(['original.published as of_published', 'original.doc as of_doc'])
    .where('copies.document_id', '=', sql<string>`any(${ids})`)
    .execute()
  const orders = new Map<string, string>()
  const relations = rows.map((row) => {
    const [document, of] = [row.document_id as DocumentId, row.of_id as DocumentId]
    orders.set(document, documentOrder({ id: document, published: row.copy_published, doc: row.copy_doc }))
    orders.set(of, documentOrder({ id: of, published: row.of_published, doc: row.of_doc }))
    return { document, of, relation: row.relation as CopyKind, containment: row.containment, why: row.why }
  })
  return strongestCopies(relations, (id) => orders.get(id) ?? id)
}

/** Pairs of documents of which one repeats the other as a whole, or a claim of it word by word; one of them among these. */
export const documentsCopying = async (
  db: Db,
  documents: readonly string[],
): Promise<readonly (readonly [string, string])[]> => {
  const { rows } = await sql<{ a: string; b: string }>`
    with repeated as (
      select document_id, of_id from copies
       where relation <> 'quotes' and (document_id = any(${documents}) or of_id = any(${documents}))
      union
      select p.document_id, p.of_id
        from passages p
        join claims mine on mine.document_id = p.document_id
         and mine.start_at < p.end_at and (mine.claim->>'end')::int > p.start_at
        join claims theirs on theirs.document_id = p.of_id and theirs.kind = mine.kind
         and theirs.metric is not distinct from mine.metric
       where p.document_id = any(${documents}) or p.of_id = any(${documents})
    )
    select document_id as a, of_id as b from repeated where document_id = any(${documents})
    union
    select of_id, document_id from repeated where of_id = any(${documents})`.execute(db)
  return rows.map(({ a, b }) => [a, b] as const)
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

/** What a document copies, and what copies it. */
export const copiesAround = async (db: Db, id: string): Promise<readonly CopyRelation[]> => {
  const rows = await db
    .selectFrom('copies')
    .select('document_id')
    .where((on) => on.or([on('document_id', '=', id), on('of_id', '=', id)]))
    .distinct()
    .execute()
  const found = await copiesOf(
    db,
    rows.map(({ document_id }) => document_id),
  )
  return found.filter(({ document, of }) => document === id || of === id)
}
