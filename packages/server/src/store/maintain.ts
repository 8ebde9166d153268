import { sql } from 'kysely'
import type { Db } from './database.ts'

/** So many new documents make it worth while. */
const MANY = 200

/**
 * Clears up after a bulk load and tells the planner what there is; without it, searches read whole tables. The built-in
 * server seldom runs long enough to see to that by itself.
 */
export const tidy = async (db: Db, added: number): Promise<void> => {
  if (added >= MANY) await sql`vacuum (analyze)`.execute(db)
}

/** A table that has grown by fewer rows since the planner was told of it is let be. */
const LEAST_GROWN = 500

/**
 * Tells the planner of tables that have doubled since it was last told. A server looks once a minute at best: until then
 * whatever was loaded is planned for as if the tables were empty, and each question takes a thousand times as long. It is
 * advice: where it cannot be given now, nothing else fails for it.
 */
export const tellPlanner = async (db: Db): Promise<void> => analyseGrown(db).catch(() => undefined)

const analyseGrown = async (db: Db): Promise<void> =>
  db.transaction().execute(async (tx) => {
    // Of several who see the same, the first does it.
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
       where c.relnamespace = 'sijil'::regnamespace and pg_has_role(c.relowner, 'usage')
         and s.n_mod_since_analyze > greatest(${LEAST_GROWN}, c.reltuples)
         and pg_try_advisory_xact_lock(hashtext('sijil.planner'))`.execute(tx)
    if (rows.length === 0) return
    await sql`analyze ${sql.join(rows.map(({ name }) => sql.table(`sijil.${name}`)))}`.execute(tx)
  })
