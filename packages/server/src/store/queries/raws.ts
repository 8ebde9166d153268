import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'

/** Bytes that are kept in the data folder. */
export interface RawRow {
  readonly sha256: string
  readonly length: number
}

export const insertRaws = async (db: Db, raws: readonly RawRow[]): Promise<void> => {
  await insertRows(db, 'raws', { sha256: 'text', length: 'bigint' } as const, raws)
}

/** A page of what must lie in the data folder, by hash. */
export const pageOfRaws = async (db: Db, after: string, size: number): Promise<readonly RawRow[]> =>
  db.selectFrom('raws').selectAll().where('sha256', '>', after).orderBy('sha256').limit(size).execute()
