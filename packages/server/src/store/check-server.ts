import { sql } from 'kysely'
import { databaseLocale, databaseTooOld, missingExtension } from '../problems/store.ts'
import type { Db } from './database.ts'

const OLDEST = 15

/**
 * Refuses a server that is too old, and a database whose encoding or locale knows no Arabic letters: similar names are
 * found by trigrams, and there its trigrams of Arabic are empty, which shows nowhere else.
 */
export const checkServer = async (db: Db, where: string): Promise<void> => {
  const { rows } = await sql<{ version: string; number: number; name: string; encoding: string; ctype: string }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
           datname as name, pg_encoding_to_char(encoding) as encoding, datctype as ctype
      from pg_database where datname = current_database()`.execute(db)
  const found = rows[0]
  if (found === undefined) return
  const major = Math.floor(found.number / 10_000)
  if (major < OLDEST) throw databaseTooOld(where, found.version)
  await makeExtension(db, where)
  if (found.encoding === 'UTF8' && (await knowsArabic(db))) return
  throw databaseLocale(where, found.name, `encoding ${found.encoding}, locale ${found.ctype}`, major)
}

const makeExtension = async (db: Db, where: string): Promise<void> => {
  try {
    await sql`create extension if not exists pg_trgm`.execute(db)
  } catch (error) {
    const { rows } = await sql`select from pg_extension where extname = 'pg_trgm'`.execute(db)
    // Two processes made it at the same moment.
    if (rows.length === 0) throw missingExtension(where, 'pg_trgm', error)
  }
}

const knowsArabic = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ trigrams: number }>`select cardinality(show_trgm(${'قرية'})) as trigrams`.execute(db)
  return (rows[0]?.trigrams ?? 0) > 0
}
