import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** What changes when something does: `record` with documents, incidents and decisions, `accounts` with rights. */
export interface Versions {
  readonly record: string
  readonly accounts: string
}

/**
 * The versions as they stand. Entries of the log and versions of incidents are numbered under locks that last until they
 * hold, so a number that is seen tells of everything before it.
 */
export const currentVersions = async (db: Db): Promise<Versions> => {
  const { rows } = await sql<{ log: number; incidents: number; accounts: number }>`
    select coalesce((select seq from log where kind not in ('look', 'account', 'redaction') order by seq desc limit 1), 0) as log,
           coalesce((select max(seq) from incident_versions), 0) as incidents,
           (select count from counters where name = 'accounts') as accounts`.execute(db)
  const { log = 0, incidents = 0, accounts = 0 } = rows[0] ?? {}
  return { record: `${log}.${incidents}`, accounts: String(accounts) }
}

/** The number of the last version of an incident; 0 for none. */
export const incidentVersion = async (db: Db, code: string): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from incident_versions where code = ${code}`.execute(db)
  return rows[0]?.seq ?? 0
}
