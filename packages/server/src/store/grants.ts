import { sql } from 'kysely'
import type { Db } from './database.ts'
import { QUEUE_SCHEMA } from './queues.ts'

/**
 * Lets a role of the server use the store, and nothing more: in tables that only grow it may add and read rows, whatever
 * becomes of their triggers, which only their owner can lift. Throws PostgreSQL's error for a role that is not there.
 */
export const grantUse = async (db: Db, role: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const to = sql.id(role)
    for (const schema of await schemasOf(tx)) {
      const name = sql.id(schema)
      await sql`grant usage on schema ${name} to ${to}`.execute(tx)
      await sql`grant all on all tables in schema ${name} to ${to}`.execute(tx)
      await sql`grant all on all sequences in schema ${name} to ${to}`.execute(tx)
    }
    for (const table of await growingTables(tx))
      await sql`revoke update, delete, truncate, references, trigger on ${sql.table(`sijil.${table}`)} from ${to}`.execute(
        tx,
      )
    // The history of the schema is the owner's alone to write.
    await sql`revoke insert, update, delete, truncate on sijil.kysely_migration from ${to}`.execute(tx)
  })

const schemasOf = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname in ('sijil', ${QUEUE_SCHEMA}) order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** The tables whose rows stay, as their triggers say. */
export const growingTables = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = c.relname || '_rows_stay' and c.relnamespace = 'sijil'::regnamespace order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Whether the role of this connection could change what only grows: because it owns it, or everything. */
export const mayRewrite = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select has_table_privilege('sijil.log', 'update') or has_table_privilege('sijil.log', 'delete') as may`.execute(db)
  return rows[0]?.may === true
}
