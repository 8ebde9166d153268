import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { insertRows } from './insert-rows.ts'
import { countRows } from './keyset.ts'

export type Import = Selectable<Tables['imports']>
export type ImportItem = Selectable<Tables['import_items']>

/** One line of the ledger, to be written. */
export interface ItemOutcome {
  readonly name: string
  readonly sha256: string | null
  /** The stage that was reached. */
  readonly stage: string
  readonly outcome: ImportItem['outcome']
  /** How many documents it gave. */
  readonly documents: number
  readonly document: string | null
  readonly at: string | null
  readonly code: string | null
  readonly reason: string | null
}

/** Opens an import. Those of processes that are gone are noted as interrupted. */
export const beginImport = async (db: Db, paths: readonly string[], process: string): Promise<number> => {
  await sql`
    update imports set outcome = 'interrupted', finished_at = now()
     where outcome = 'running' and process <> 'queued' and process not in (select application_name from pg_stat_activity)`.execute(
    db,
  )
  const { id } = await db
    .insertInto('imports')
    .values({ paths: JSON.stringify(paths), process, finished_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const endImport = async (db: Db, id: number, outcome: 'done' | 'interrupted' | 'failed'): Promise<void> => {
  await sql`update imports set outcome = ${outcome}, finished_at = now() where id = ${id}`.execute(db)
}

/** All of an import's batches are in the queue: so many. It is done when they are. */
export const allQueued = async (db: Db, id: number, batches: number): Promise<void> => {
  await sql`update imports set process = 'queued', batches = ${batches} where id = ${id}`.execute(db)
  await endWhenHandled(db, id)
}

/** One of an import's batches was read, or given up. */
export const batchHandled = async (db: Db, id: number): Promise<void> => {
  await sql`update imports set batches_handled = batches_handled + 1 where id = ${id}`.execute(db)
  await endWhenHandled(db, id)
}

const endWhenHandled = async (db: Db, id: number): Promise<void> => {
  await sql`
    update imports set outcome = 'done', finished_at = now()
     where id = ${id} and outcome = 'running' and batches <= batches_handled`.execute(db)
}

export const insertItems = async (db: Db, importId: number, items: readonly ItemOutcome[]): Promise<void> => {
  const rows = items.map((item) => ({
    import_id: importId,
    name: item.name,
    sha256: item.sha256,
    stage: item.stage,
    outcome: item.outcome,
    documents: item.documents,
    document_id: item.document,
    at_line: item.at,
    code: item.code,
    reason: item.reason,
  }))
  await insertRows(db, 'import_items', ITEM_COLUMNS, rows)
}

const ITEM_COLUMNS = {
  import_id: 'bigint',
  name: 'text',
  sha256: 'text',
  stage: 'text',
  outcome: 'text',
  documents: 'integer',
  document_id: 'text',
  at_line: 'text',
  code: 'text',
  reason: 'text',
} as const

/**
 * Which of these bytes, under these names, were read before, and how many documents each gave. What was refused, even in
 * part, is read again: its reasons are told again, and a newer Sijil may read it.
 */
export const alreadyRead = async (
  db: Db,
  items: readonly { readonly name: string; readonly sha256: string }[],
): Promise<ReadonlyMap<string, number>> => {
  if (items.length === 0) return new Map()
  const { rows } = await sql<{ sha256: string; name: string; documents: number }>`
    select i.sha256, i.name, count(distinct i.document_id)::int as documents
      from json_to_recordset(${JSON.stringify(items)}::json) as wanted(name text, sha256 text)
      join import_items i on i.sha256 = wanted.sha256 and i.name = wanted.name
     group by i.sha256, i.name
    having bool_and(i.outcome <> 'refused') and count(i.document_id) > 0`.execute(db)
  return new Map(rows.map(({ sha256, name, documents }) => [readKey(name, sha256), documents]))
}

/** The documents that these bytes, under these names, gave before. */
export const documentsOfItems = async (
  db: Db,
  items: readonly { readonly name: string; readonly sha256: string }[],
): Promise<readonly string[]> => {
  if (items.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct i.document_id as id
      from json_to_recordset(${JSON.stringify(items)}::json) as wanted(name text, sha256 text)
      join import_items i on i.sha256 = wanted.sha256 and i.name = wanted.name
     where i.document_id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/** The key of `alreadyRead`. */
export const readKey = (name: string, sha256: string): string => `${sha256} ${name}`

/** An import, how many of its inputs had which outcome, and how many of its new documents copy another. */
export type ImportWithCounts = Import & {
  readonly counts: Readonly<Partial<Record<ImportItem['outcome'], number>>>
  readonly copied: number
}

/** Of the documents that were new in these imports, how many copy another as a whole, as far as is known today. */
export const copiedByImport = async (db: Db, imports: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ id: number; copied: number }>`
    select i.import_id as id, count(distinct i.document_id)::int as copied
      from import_items i join copies c on c.document_id = i.document_id
     where i.import_id = any(${imports}) and i.outcome = 'new' and c.relation <> 'quotes'
     group by i.import_id`.execute(db)
  return new Map(rows.map(({ id, copied }) => [Number(id), copied]))
}

export const listImports = async (db: Db, only: number | null = null): Promise<readonly ImportWithCounts[]> =>
  withCounts(
    db,
    await db
      .selectFrom('imports')
      .selectAll()
      .$if(only !== null, (q) => q.where('id', '=', only ?? 0))
      .orderBy('id')
      .execute(),
  )

/** Imports before one of them, the newest first. */
export const pageOfImports = async (
  db: Db,
  before: number | null,
  size: number,
): Promise<readonly ImportWithCounts[]> =>
  withCounts(
    db,
    await db
      .selectFrom('imports')
      .selectAll()
      .$if(before !== null, (q) => q.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(size)
      .execute(),
  )

export const countImports = (db: Db): Promise<number> => countRows(db, sql`imports`, sql<boolean>`true`)

const withCounts = async (db: Db, rows: readonly Import[]): Promise<readonly ImportWithCounts[]> => {
  const counted = await db
    .selectFrom('import_items')
    .select(['import_id', 'outcome', sql<number>`sum(greatest(documents, 1))::int`.as('items')])
    .where('import_id', '=', sql<number>`any(${rows.map(({ id }) => id)})`)
    .groupBy(['import_id', 'outcome'])
    .execute()
  const copied = await copiedByImport(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    copied: copied.get(row.id) ?? 0,
    counts: Object.fromEntries(counted.filter((c) => c.import_id === row.id).map((c) => [c.outcome, c.items])),
  }))
}

export const findImport = async (db: Db, id: number): Promise<ImportWithCounts | null> =>
  (await listImports(db, id))[0] ?? null

/** What an import refused, in the order in which it was read. */
export const refusedItems = async (db: Db, importId: number): Promise<readonly ImportItem[]> =>
  db
    .selectFrom('import_items')
    .selectAll()
    .where('import_id', '=', importId)
    .where('outcome', '=', 'refused')
    .orderBy('seq')
    .execute()
