import { type RawBuilder, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'

/** The columns to be filled and their types, in PostgreSQL's words. */
export type Columns<Row> = Readonly<Record<keyof Row & string, string>>

/**
 * Adds rows in one statement with one parameter, however many there are. Rows that are there already stay as they are.
 * Returns how many were added.
 */
export const insertRows = async <Row extends object>(
  db: Db,
  table: keyof Tables,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_to_recordset(${JSON.stringify(rows)}::json) as r(${typed(columns)})
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

const typed = (columns: Readonly<Record<string, string>>): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
