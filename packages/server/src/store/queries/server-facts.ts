import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** What a server says of itself and of the record. */
export interface ServerFacts {
  readonly version: string
  readonly encoding: string
  readonly locale: string
  readonly extensions: readonly string[]
  readonly fsync: boolean
  readonly synchronousCommit: boolean
  readonly documents: number
  readonly claims: number
  readonly incidents: number
  /** Documents that wait to be linked. */
  readonly waiting: number
  /** The number of the last import if it was cut short, else 0. */
  readonly cutShort: number
}

export const serverFacts = async (db: Db): Promise<ServerFacts> => {
  const { rows } = await sql<ServerFacts>`
    select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding, datctype as locale,
           (select array_agg(extname || ' ' || extversion order by extname)::text[] from pg_extension) as extensions,
           current_setting('fsync') = 'on' as fsync,
           current_setting('synchronous_commit') <> 'off' as "synchronousCommit",
           (select count(*)::int from documents) as documents,
           (select count(*)::int from claims) as claims,
           (select count(*)::int from incidents) as incidents,
           (select count(*)::int from to_link) as waiting,
           coalesce((select case when outcome in ('interrupted', 'failed') then id end
                       from imports order by id desc limit 1), 0)::int as "cutShort"
      from pg_database where datname = current_database()`.execute(db)
  const [facts] = rows
  if (facts === undefined) throw new Error('the server does not know its own database')
  return facts
}

/** How many connections there are besides those of that name and the servers' own. */
export const othersConnected = async (db: Db, name: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
     where backend_type = 'client backend' and datname = current_database() and application_name <> ${name}`.execute(db)
  return rows[0]?.n ?? 0
}
