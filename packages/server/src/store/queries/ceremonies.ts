import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** What has to be remembered between two requests. */
export interface Ceremony {
  readonly hash: string
  readonly kind: string
  /** Whose it is; null where nobody is signed in yet. */
  readonly person: string | null
  readonly body: object
  readonly minutes: number
}

/** Keeps it, and forgets those whose time is over. */
export const insertCeremony = async (db: Db, { hash, kind, person, body, minutes }: Ceremony): Promise<void> => {
  await sql`delete from ceremonies where expires_at < now()`.execute(db)
  await sql`
    insert into ceremonies (hash, kind, person_id, body, expires_at)
    values (${hash}, ${kind}, ${person}, ${JSON.stringify(body)}::jsonb, now() + make_interval(mins => ${minutes}))`.execute(
    db,
  )
}

export interface TakenCeremony {
  readonly person: string | null
  readonly body: Readonly<Record<string, unknown>>
}

/** Takes it out: good once. Null where there is none of that kind, or its time is over. */
export const takeCeremony = async (db: Db, hash: string, kind: string): Promise<TakenCeremony | null> => {
  const { rows } = await sql<TakenCeremony & { readonly good: boolean }>`
    delete from ceremonies where hash = ${hash} and kind = ${kind}
    returning person_id as person, body, expires_at > now() as good`.execute(db)
  const [taken] = rows
  return taken?.good === true ? { person: taken.person, body: taken.body } : null
}
