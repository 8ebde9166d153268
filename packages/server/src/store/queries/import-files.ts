import { sql } from 'kysely'
import type { Db } from '../database.ts'
import type { ImportItem } from './imports.ts'
import { countRows } from './keyset.ts'

/** A line of an import's ledger with what became of its document. */
export type ImportLine = Pick<
  ImportItem,
  'seq' | 'name' | 'stage' | 'outcome' | 'documents' | 'document_id' | 'at_line' | 'code' | 'reason'
> & {
  /** Whether its document waits to be linked. */
  readonly waits: boolean
  /** Whether its document repeats another as a whole, as far as is known today. */
  readonly copies: boolean
}

/** Lines of an import after one of them, in the order in which they were read. */
export const pageOfImportLines = async (
  db: Db,
  importId: number,
  after: number | null,
  size: number,
): Promise<readonly ImportLine[]> => {
  const { rows } = await sql<ImportLine>`
    select i.seq, i.name, i.stage, i.outcome, i.documents, i.document_id, i.at_line, i.code, i.reason,
           exists (select from to_link w where w.document_id = i.document_id) as waits,
           exists (select from copies c where c.document_id = i.document_id and c.relation <> 'quotes') as copies
      from import_items i
     where i.import_id = ${importId} and i.seq > ${after ?? 0}
     order by i.seq limit ${size}`.execute(db)
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

export const countImportLines = (db: Db, importId: number): Promise<number> =>
  countRows(db, sql`import_items`, sql<boolean>`import_id = ${importId}`)

/** What came of a file when it was read again. */
export interface Retried {
  readonly import: number
  readonly outcome: ImportItem['outcome']
}

/**
 * Of files by name: what the last import after this one made of each, among those that were given one of the same paths: a file
 * of another folder may have the same name. A file of which a part was refused again counts as refused.
 */
export const retriedFiles = async (
  db: Db,
  importId: number,
  paths: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, Retried>> => {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; import: number; outcome: Retried['outcome'] }>`
    select distinct on (i.name) i.name, i.import_id::int as import, i.outcome
      from imports later join import_items i on i.import_id = later.id
     where later.id > ${importId} and later.paths ?| ${paths}::text[] and i.name = any(${names})
     order by i.name, i.import_id desc, array_position(array['refused', 'new', 'known'], i.outcome)`.execute(db)
  return new Map(rows.map(({ name, ...retried }) => [name, retried]))
}

/** What an import was asked to read; null when there was none of that number. */
export const pathsOfImport = async (db: Db, id: number): Promise<readonly string[] | null> => {
  const found = await db.selectFrom('imports').select('paths').where('id', '=', id).executeTakeFirst()
  return found?.paths ?? null
}
