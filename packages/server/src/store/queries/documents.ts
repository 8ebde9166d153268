import type { Document, DocumentId, TextId } from '@sijil/core/model/document.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { insertRows } from './insert-rows.ts'

type Row = Selectable<Tables['documents']>

/** Adds documents and their texts; those that are there already stay as they are. */
export const insertDocuments = async (db: Db, documents: readonly DocumentText[]): Promise<void> => {
  await insertRows(
    db,
    'texts',
    { id: 'text', content: 'text' },
    documents.map(({ text }) => ({ id: text.id, content: text.content })),
  )
  await insertRows(
    db,
    'documents',
    COLUMNS,
    documents.map(({ document }) => toRow(document)),
  )
}

const COLUMNS = {
  id: 'text',
  text_id: 'text',
  doc: 'text',
  outlet: 'text',
  agency: 'text',
  url: 'text',
  title: 'text',
  published: 'date',
  published_from: 'text',
  updated: 'date',
  language: 'text',
  media_type: 'text',
  raw_sha256: 'text',
  zones: 'jsonb',
  warnings: 'jsonb',
  supersedes: 'text',
} as const

const toRow = (d: Document) => ({
  id: d.id,
  text_id: d.text,
  doc: d.doc,
  outlet: d.outlet,
  agency: d.agency,
  url: d.url,
  title: d.title,
  published: d.published,
  published_from: d.publishedFrom,
  updated: d.updated,
  language: d.language,
  media_type: d.mediaType,
  raw_sha256: d.rawSha256,
  zones: d.zones,
  warnings: d.warnings,
  supersedes: d.supersedes,
})

/** A row of `documents` as a document. */
export const toDocument = (row: Row): Document => ({
  kind: 'document',
  id: row.id as DocumentId,
  text: row.text_id as TextId,
  doc: row.doc,
  outlet: row.outlet,
  agency: row.agency,
  url: row.url,
  title: row.title,
  published: row.published,
  publishedFrom: row.published_from,
  updated: row.updated,
  language: row.language,
  mediaType: row.media_type,
  rawSha256: row.raw_sha256,
  zones: row.zones,
  warnings: row.warnings,
  supersedes: row.supersedes as DocumentId | null,
})

/** Documents with their words, in the order in which they came. */
export const loadDocuments = async (db: Db, ids: readonly string[]): Promise<readonly DocumentText[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.id', 'documents.text_id')
    .selectAll('documents')
    .select('texts.content')
    .where('documents.id', '=', sql<string>`any(${ids})`)
    .orderBy('documents.seq')
    .execute()
  return rows.map((row) => ({
    document: toDocument(row),
    text: { id: row.text_id as TextId, content: row.content },
  }))
}

/** Which of these documents are there already. */
export const knownDocuments = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('documents').select('id').where('id', '=', sql<string>`any(${ids})`).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The latest documents at these addresses: what a new one at the same address replaces. */
export const latestAtUrls = async (db: Db, urls: readonly string[]): Promise<ReadonlyMap<string, DocumentId>> => {
  if (urls.length === 0) return new Map()
  const rows = await db
    .selectFrom('documents')
    .select(['url', 'id'])
    .where('url', '=', sql<string>`any(${urls})`)
    .orderBy('seq')
    .execute()
  return new Map(rows.map(({ url, id }) => [url as string, id as DocumentId]))
}

/** The names that users know documents by. */
export const documentNames = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<DocumentId, string>> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'doc'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map(({ id, doc }) => [id as DocumentId, doc]))
}

/** Ids of documents in the order in which they came, after a place in that order. */
export const idsOfDocuments = async (
  db: Db,
  after: number,
  size: number,
): Promise<readonly { readonly seq: number; readonly id: string }[]> =>
  db.selectFrom('documents').select(['seq', 'id']).where('seq', '>', after).orderBy('seq').limit(size).execute()

/** The ids of the documents of that name. */
export const documentsNamed = async (db: Db, doc: string): Promise<readonly string[]> => {
  const rows = await db.selectFrom('documents').select('id').where('doc', '=', doc).orderBy('seq').execute()
  return rows.map(({ id }) => id)
}

export const countDocuments = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from documents`.execute(db)
  return rows[0]?.n ?? 0
}

/** The days on which documents came into the store. */
export const arrivalDays = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'added_at'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map(({ id, added_at }) => [id, added_at.slice(0, 10)]))
}

/** Who published documents, and when. */
export const documentsById = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Document, 'outlet' | 'published'>>> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'outlet', 'published'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map(({ id, outlet, published }) => [id, { outlet, published }]))
}

/** An outlet as its documents name it, with what came from it. */
export interface OutletRow {
  readonly outlet: string
  readonly documents: number
  readonly copies: number
  readonly languages: string[]
  readonly first: string | null
  readonly last: string | null
}

/** The outlets of all documents, those with the most first. */
export const outletsOfDocuments = async (db: Db): Promise<readonly OutletRow[]> => {
  const { rows } = await sql<OutletRow>`
    select d.outlet, count(*)::int as documents,
           count(*) filter (where exists (select from copies c where c.document_id = d.id))::int as copies,
           coalesce(array_agg(distinct d.language) filter (where d.language is not null), '{}') as languages,
           min(d.published) as first, max(d.published) as last
      from documents d where d.outlet is not null
     group by d.outlet order by count(*) desc, d.outlet`.execute(db)
  return rows
}
