import type { ClaimLink } from '@sijil/core/pipeline/layers.js'
import type { IncidentCode } from '@sijil/core/stages/link/codes.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'
import { queueClaims } from './queue.ts'

/** The keys of what a document's claims may be linked with. */
export interface DocumentBlocks {
  readonly document: string
  readonly keys: readonly string[]
}

export const insertBlocks = async (db: Db, blocks: readonly DocumentBlocks[]): Promise<void> => {
  const rows = blocks.flatMap(({ document, keys }) => keys.map((key) => ({ key, document_id: document })))
  await insertRows(db, 'blocks', { key: 'text', document_id: 'text' } as const, rows)
}

/** Gives documents other keys in place of those that they had. */
export const replaceBlocks = async (db: Db, blocks: readonly DocumentBlocks[]): Promise<void> => {
  const documents = blocks.map(({ document }) => document)
  await db.deleteFrom('blocks').where('document_id', '=', sql<string>`any(${documents})`).execute()
  await insertBlocks(db, blocks)
}

/**
 * Notes that documents must be linked, anew or for the first time. Where that is noted already, it waits for whoever is
 * linking them at this moment, so that what the caller changes is not overlooked.
 */
export const markToLink = async (db: Db, documents: readonly string[]): Promise<void> => {
  // In one order everywhere, or two writers could wait for one another.
  const ids = [...new Set(documents)].sort()
  await sql`
    insert into to_link (document_id) select unnest(${ids}::text[])
    on conflict (document_id) do update set document_id = excluded.document_id`.execute(db)
}

/** To be called before what documents are linked by is read: who marks them from then on is heard the next time. */
export const unmarkToLink = async (db: Db, documents: readonly string[]): Promise<void> => {
  await db.deleteFrom('to_link').where('document_id', '=', sql<string>`any(${documents})`).execute()
}

/** Whether any of these documents waits to be linked. */
export const isToLink = async (db: Db, documents: readonly string[]): Promise<boolean> => {
  const row = await db
    .selectFrom('to_link')
    .select('document_id')
    .where('document_id', '=', sql<string>`any(${documents})`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const countToLink = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from to_link`.execute(db)
  return rows[0]?.n ?? 0
}

/** The first documents that wait to be linked and that nobody else is linking, locked, in the order in which they came. */
export const takeToLink = async (db: Db, size: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from to_link w join documents d on d.id = w.document_id join readings r on r.document_id = d.id
     order by d.seq limit ${size} for no key update of r skip locked`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Locks documents until the transaction ends; returns those that nobody else holds. It is their readings that are locked,
 * for a role that may only add to the record has no right to lock what only grows.
 */
export const lockDocuments = async (db: Db, documents: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select document_id as id from readings where document_id = any(${documents})
       for no key update skip locked`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Which documents share block keys with these, themselves included. */
export const documentsInBlocksOf = async (db: Db, documents: readonly string[]): Promise<readonly DocumentBlocks[]> => {
  const { rows } = await sql<DocumentBlocks>`
    select other.document_id as document, array_agg(distinct other.key) as keys
      from blocks other
     where other.key in (select key from blocks where document_id = any(${documents}))
     group by other.document_id`.execute(db)
  return rows
}

/** The links of the claims of documents. */
export const linksOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly ClaimLink[]> => {
  const rows = await db
    .selectFrom('links')
    .innerJoin('claims', 'claims.id', 'links.claim_id')
    .select('links.link')
    .where('claims.document_id', '=', sql<string>`any(${documents})`)
    .execute()
  return rows.map(({ link }) => link)
}

/** The links of claims, by claim. */
export const linksOfClaims = async (db: Db, claims: readonly string[]): Promise<readonly ClaimLink[]> => {
  if (claims.length === 0) return []
  const rows = await db
    .selectFrom('links')
    .select('link')
    .where('claim_id', '=', sql<string>`any(${claims})`)
    .orderBy('claim_id')
    .orderBy('code')
    .execute()
  return rows.map(({ link }) => link)
}

/** Replaces the links of the claims of documents, and their places in the queue of what is to be reviewed. Their `incident` is a permanent code. */
export const replaceLinks = async (
  db: Db,
  documents: readonly string[],
  links: readonly ClaimLink[],
): Promise<void> => {
  await sql`
    delete from links using claims
     where claims.id = links.claim_id and claims.document_id = any(${documents})`.execute(db)
  const rows = links.map((link) => ({ claim_id: link.claim, code: link.incident, link }))
  await insertRows(db, 'links', { claim_id: 'text', code: 'text', link: 'jsonb' } as const, rows)
  await queueClaims(db, documents)
}

/** The codes that stand by any of these claims, or by a place of one. */
export const codesOfClaims = async (db: Db, claims: readonly string[]): Promise<readonly IncidentCode[]> =>
  db
    .selectFrom('codes')
    .select(['code', 'anchor', 'serial'])
    .where('claim_id', '=', sql<string>`any(${claims})`)
    .orderBy('code')
    .execute()

/** Codes by themselves; those that were never given are left out. */
export const findCodes = async (db: Db, codes: readonly string[]): Promise<readonly IncidentCode[]> =>
  db
    .selectFrom('codes')
    .select(['code', 'anchor', 'serial'])
    .where('code', '=', sql<string>`any(${codes})`)
    .orderBy('code')
    .execute()

/** Returns how many were added: fewer when another process gave one of them away at the same moment. */
export const insertCodes = async (db: Db, codes: readonly IncidentCode[]): Promise<number> =>
  insertRows(db, 'codes', { code: 'text', anchor: 'text', serial: 'integer' } as const, codes)

/** Codes that claims are linked to, but under which no incident stands. */
export const codesWithoutIncident = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ code: string }>`
    select distinct code from links where code not in (select code from incidents) order by code limit 10`.execute(db)
  return rows.map(({ code }) => code)
}
