import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { ADD_SHINGLES } from '../migrations/000022-shingles.ts'

/** Some rows of a table, as JSON. */
export interface DumpedRows {
  readonly table: string
  readonly rows: readonly object[]
}

const PAGE = 200

/**
 * What no backup holds: it must not open a door again that was shut since, and files on their way in are not in it.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'sessions',
  'tokens',
  'invitations',
  'passkeys',
  'ceremonies',
  'failures',
  'uploads',
  'tasks',
])

/**
 * All rows of all tables as they stand at one moment, whatever others write meanwhile; tables come after those that they
 * refer to.
 */
export async function* dumpTables(db: Db): AsyncGenerator<DumpedRows> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    for (const table of (await tablesInOrder(tx)).filter((name) => !LEFT_OUT.has(name))) {
      const made = await generatedColumns(tx, table)
      await sql`
        declare dumped no scroll cursor for select to_jsonb(t) - ${made}::text[] as row from ${sql.id(table)} t`.execute(
        tx,
      )
      for (;;) {
        const { rows } = await sql<{ row: object }>`fetch ${sql.lit(PAGE)} from dumped`.execute(tx)
        if (rows.length === 0) break
        yield { table, rows: rows.map(({ row }) => row) }
      }
      await sql`close dumped`.execute(tx)
    }
  } finally {
    await tx.rollback().execute()
  }
}

/** The tables of the record, each after those that it refers to. */
export const tablesInOrder = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string; needs: readonly string[] }>`
    select c.relname as name,
           coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
                      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}')::text[] as needs
      from pg_class c
     where c.relnamespace = 'sijil'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely\\_%'
     order by c.relname`.execute(db)
  const waiting = new Map(rows.map(({ name, needs }) => [name, needs]))
  const order: string[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.every((one) => !waiting.has(one))).map(([name]) => name)
    if (free.length === 0) throw new Error(`tables refer to one another in a ring: ${[...waiting.keys()].join(', ')}`)
    for (const name of free) {
      order.push(name)
      waiting.delete(name)
    }
  }
  return order
}

/**
 * Adds dumped rows as they were, numbers and times of arrival too; columns that they did not have yet get their defaults.
 * Rows that every new store has are there already.
 */
export const loadRows = async (db: Db, { table, rows }: DumpedRows): Promise<void> => {
  const convert = GONE.get(table)
  if (convert !== undefined) {
    await convert(db, rows)
    return
  }
  const [first = {}] = rows
  const there = (await writableColumns(db, table)).filter((name) => name in first)
  const columns = sql.join(there.map((name) => sql.id(name)))
  await sql`
    insert into ${sql.id(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${sql.id(table)}, ${JSON.stringify(rows)}::json)
    on conflict do nothing`.execute(db)
}

/** Tables of earlier versions, and how their rows come into those that took their place. */
const GONE: ReadonlyMap<string, (db: Db, rows: readonly object[]) => Promise<void>> = new Map([
  [
    'fingerprints',
    async (db, rows) => {
      await sql`
        ${sql.raw(ADD_SHINGLES)} from json_to_recordset(${JSON.stringify(rows)}::json) as f(hash bigint, document_id text)
      `.execute(db)
    },
  ],
])

const writableColumns = async (db: Db, table: string): Promise<readonly string[]> =>
  (await columnsOf(db, table)).flatMap(({ name, generated }) => (generated ? [] : [name]))

/** What the database makes of the other columns, here as well as where the rows are restored. */
const generatedColumns = async (db: Db, table: string): Promise<readonly string[]> =>
  (await columnsOf(db, table)).flatMap(({ name, generated }) => (generated ? [name] : []))

const columnsOf = async (db: Db, table: string) => {
  const { rows } = await sql<{ readonly name: string; readonly generated: boolean }>`
    select attname as name, attgenerated <> '' as generated from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  return rows
}

/** Lets numbers go on after the highest that was loaded. */
export const advanceNumbers = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select attrelid::regclass::text as table, attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'sijil'::regnamespace and c.relkind = 'r' and attidentity <> ''`.execute(db)
  for (const { table, column } of rows)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.id(column)}), 0) + 1, false)
        from ${sql.id(table)}`.execute(db)
}
