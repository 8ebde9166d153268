import { sql } from 'kysely'
import type { Db } from './database.ts'

/** So many new documents make it worth while. */
const MANY = 200

/**
 * Tells the planner what there is after a bulk load; without it, searches read whole tables. The built-in server seldom
 * runs long enough to see to that by itself.
 */
export const tidy = async (db: Db, added: number): Promise<void> => {
  if (added >= MANY) await sql`vacuum (analyze)`.execute(db)
}
