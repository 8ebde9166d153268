import type { Span } from '@sijil/core/model/span.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'

/** Where persons are named in a document; null where that can't be told. */
export type NameSpans = readonly Span[] | null

export const knownNames = async (
  db: Db,
  documents: readonly string[],
  maker: string,
): Promise<ReadonlyMap<string, NameSpans>> => {
  const rows = await db
    .selectFrom('person_names')
    .select(['document_id', 'spans'])
    .where('maker', '=', maker)
    .where('document_id', '=', sql<string>`any(${documents})`)
    .execute()
  return new Map(rows.map(({ document_id, spans }) => [document_id, spans]))
}

export const insertNames = async (db: Db, maker: string, names: ReadonlyMap<string, NameSpans>): Promise<void> => {
  const rows = [...names].map(([document_id, spans]) => ({ document_id, maker, spans }))
  await insertRows(db, 'person_names', { document_id: 'text', maker: 'text', spans: 'jsonb' } as const, rows as never)
}
