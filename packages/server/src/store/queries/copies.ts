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

const TIES = ['copies', 'passages'] as const

/** Those of these documents between which and others anything is stored. */
export const tiedDocuments = async (db: Db, documents: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${documents}::text[]) as wanted(id)
     where ${sql.join(
       TIES.flatMap((table) => [
         sql`exists (select from ${sql.table(table)} where document_id = wanted.id)`,
         sql`exists (select from ${sql.table(table)} where of_id = wanted.id)`,
       ]),
       sql` or `,
     )}`.execute(db)
  return rows.map(({ id }) => id)
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
  const both = [...kept, ...kept.map(([one, other]) => [other, one] as const)]
  const [left, right] = [both.map(([one]) => one), both.map(([, other]) => other)]
  const untied = async (table: (typeof TIES)[number]) => {
    // Each end by an index of its own, and the pairs by a table of hashes: of a crowd there are many of all three.
    const { rows } = await sql<{ a: string; b: string }>`
      with wanted as (select unnest(${documents}::text[]) as id),
           tied as (
             select t.document_id, t.of_id from ${sql.table(table)} t join wanted on wanted.id = t.document_id
             union
             select t.document_id, t.of_id from ${sql.table(table)} t join wanted on wanted.id = t.of_id
             except
             select * from unnest(${left}::text[], ${right}::text[])
           )
      delete from ${sql.table(table)} t using tied
       where t.document_id = tied.document_id and t.of_id = tied.of_id
      returning t.document_id as a, t.of_id as b`.execute(db)
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
  // Claims are looked up passage by passage (limit 1 keeps it so): joined as a whole, those of two crowds are set against one another.
  const { rows } = await sql<{ a: string; b: string }>`
    with wanted as materialized (select unnest(${documents}::text[]) as id),
         whole as (
           select c.document_id, c.of_id from wanted join copies c on c.document_id = wanted.id where c.relation <> 'quotes'
           union
           select c.document_id, c.of_id from wanted join copies c on c.of_id = wanted.id where c.relation <> 'quotes'
         ),
         passage as (
           select p.* from wanted join passages p on p.document_id = wanted.id
           union
           select p.* from wanted join passages p on p.of_id = wanted.id
         ),
         repeated as (
           select * from whole
           union
           select p.document_id, p.of_id
             from passage p
            cross join lateral (
              select mine.kind
                from claims mine
                join lateral (
                  select from claims theirs
                   where theirs.document_id = p.of_id and theirs.kind = mine.kind
                     and theirs.metric is not distinct from mine.metric
                   limit 1
                ) as theirs on true
               where mine.document_id = p.document_id
                 and mine.start_at < p.end_at and (mine.claim->>'end')::int > p.start_at
               limit 1
            ) as claim
         )
    select r.document_id as a, r.of_id as b from repeated r join wanted on wanted.id = r.document_id
    union
    select r.of_id, r.document_id from repeated r join wanted on wanted.id = r.of_id`.execute(db)
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
