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

/** Keeps the words of names, as searches stem them. */
export const insertProtectedWords = async (db: Db, names: readonly string[]): Promise<void> => {
  await sql`
    insert into protected_words
    select distinct unnest(tsvector_to_array(sijil.words_of(name))) from unnest(${names}::text[]) as name
    on conflict do nothing`.execute(db)
}

/** Whether a search has a word of somebody's name, in any form; or a part of a name has one of its own. */
export const hasProtectedWord = async (db: Db, search: string, part: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from protected_words w
                    where w.word = any(tsvector_to_array(sijil.words_of(${search})))
                       or (${part} <> '' and w.word ilike '%' || replace(replace(${part}, '%', ''), '_', '') || '%')) as found`.execute(
    db,
  )
  return rows[0]?.found === true
}

/** Those of some words that stand in somebody's name, in any form. */
export const protectedAmong = async (db: Db, words: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ word: string }>`
    select given as word from unnest(${words}::text[]) as given
     where exists (select from protected_words w where w.word = any(tsvector_to_array(sijil.words_of(given))))`.execute(
    db,
  )
  return new Set(rows.map(({ word }) => word))
}

/** Documents that were not read for names by these rules, the oldest first. */
export const documentsWithoutNames = async (db: Db, maker: string, size: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from documents d
     where not exists (select from person_names n where n.document_id = d.id and n.maker = ${maker})
     order by d.seq limit ${size}`.execute(db)
  return rows.map(({ id }) => id)
}
