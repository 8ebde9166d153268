import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { MAIN_COLLECTION } from '../scoped-views.ts'
import { insertRows } from './insert-rows.ts'

/** A named set of documents. */
export interface Collection {
  readonly id: number
  readonly name: string
}

export const allCollections = async (db: Db): Promise<readonly Collection[]> =>
  db.selectFrom('collections').select(['id', 'name']).orderBy('id').execute()

/** Makes a collection; null when there is one of that name. */
export const insertCollection = async (db: Db, name: string): Promise<Collection | null> => {
  const { rows } = await sql<Collection>`
    insert into collections (name) values (${name}) on conflict (name) do nothing returning id, name`.execute(db)
  return rows[0] ?? null
}

/** Puts documents into a collection. Those that were in none, and so in the first, stay in that too if they were there before. */
export const addToCollection = async (
  db: Db,
  collection: number,
  documents: readonly string[],
  known: ReadonlySet<string>,
): Promise<void> => {
  if (collection !== MAIN_COLLECTION) {
    const held = documents.filter((id) => known.has(id))
    await sql`
      insert into collection_documents (collection_id, document_id)
      select ${MAIN_COLLECTION}, d.id from documents d
       where d.id = any(${held}) and not exists (select from collection_documents m where m.document_id = d.id)`.execute(
      db,
    )
  }
  await insertRows(
    db,
    'collection_documents',
    { collection_id: 'bigint', document_id: 'text' } as const,
    documents.map((id) => ({ collection_id: collection, document_id: id })),
  )
}

export const addImportToCollection = async (db: Db, collection: number, importId: number): Promise<void> => {
  await db
    .insertInto('collection_imports')
    .values({ collection_id: collection, import_id: importId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The collections that documents are in; those that were put into none are in the first. */
export const collectionsOf = async (
  db: Db,
  documents: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const { rows } = await sql<{ readonly id: string; readonly collections: readonly number[] | null }>`
    select d.id, (select array_agg(m.collection_id::int order by m.collection_id)
                    from collection_documents m where m.document_id = d.id) as collections
      from documents d where d.id = any(${documents})`.execute(db)
  return new Map(rows.map(({ id, collections }) => [id, collections ?? [MAIN_COLLECTION]]))
}

/** Takes documents out of one collection into another. */
export const moveDocuments = async (db: Db, from: number, to: number, documents: readonly string[]): Promise<void> => {
  await addToCollection(db, to, documents, new Set())
  await sql`
    delete from collection_documents where collection_id = ${from} and document_id = any(${documents})`.execute(db)
}
