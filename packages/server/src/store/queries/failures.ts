import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** How often something failed of late, and how many seconds ago it did last. */
export interface Failures {
  readonly count: number
  readonly ago: number
}

export const failuresOf = async (db: Db, key: string): Promise<Failures> => {
  const { rows } = await sql<Failures>`
    select count, extract(epoch from now() - last_at)::float8 as ago from failures where key = ${key}`.execute(db)
  return rows[0] ?? { count: 0, ago: Number.POSITIVE_INFINITY }
}

/** Counts a failure. After an hour of quiet the count begins anew. */
export const addFailure = async (db: Db, key: string): Promise<void> => {
  await sql`
    insert into failures as f values (${key}, 1, now())
    on conflict (key) do update
      set count = case when f.last_at < now() - interval '1 hour' then 1 else f.count + 1 end, last_at = now()`.execute(
    db,
  )
}

export const clearFailures = async (db: Db, key: string): Promise<void> => {
  await db.deleteFrom('failures').where('key', '=', key).execute()
}

/** Takes back one failure that was counted beforehand. */
export const takeFailureBack = async (db: Db, key: string): Promise<void> => {
  await sql`update failures set count = greatest(0, count - 1) where key = ${key}`.execute(db)
}
