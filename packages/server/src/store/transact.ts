import { sql } from 'kysely'
import type { Db } from './database.ts'

/** What processes take turns at. */
export type Turn = 'ingest' | 'link' | 'judge' | 'gazetteer' | 'accounts'

/**
 * Runs `work` in a transaction: all of it holds, and is on the disk, or none of it. Processes that share the store take
 * turns at work of one name: a copy that another process is storing at this moment could not be seen otherwise.
 */
export const transact = async <T>(db: Db, turn: Turn, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`sijil.${turn}`}))`.execute(tx)
    return work(tx)
  })
