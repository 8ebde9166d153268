import { sha256Hex } from '@sijil/core/model/hash.js'
import { sql } from 'kysely'
import { canonicalJson } from '../canonical-json.ts'
import type { Db } from '../database.ts'

/** An entry of the log. Its hash covers everything else in it, the hash of the entry before among it. */
export interface LogEntry {
  readonly seq: number
  readonly at: string
  readonly kind: string
  /** Canonical JSON. */
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)

export const hashOf = (entry: Omit<LogEntry, 'hash'>): string =>
  sha256Hex(canonicalJson([entry.seq, entry.at, entry.kind, entry.body, entry.previous]))

/**
 * Adds an entry that holds if the transaction does. Writers take turns from here to the end of their transaction, so call
 * it last. The clock of the database may jump back; the numbers do not.
 */
export const appendLog = async (db: Db, kind: string, body: object): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('sijil.log'))`.execute(db)
  const last = await db.selectFrom('log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const { rows } = await sql<{ at: string }>`select now() as at`.execute(db)
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at: rows[0]?.at ?? '',
    kind,
    body: canonicalJson(body),
    previous: last?.hash ?? GENESIS,
  }
  await db
    .insertInto('log')
    .values({ ...entry, hash: hashOf(entry) })
    .execute()
}

/** A page of entries, oldest first. */
export const pageOfLog = async (db: Db, after: number, size: number): Promise<readonly LogEntry[]> =>
  db.selectFrom('log').selectAll().where('seq', '>', after).orderBy('seq').limit(size).execute()
