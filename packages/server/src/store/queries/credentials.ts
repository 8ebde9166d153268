import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type Session = Selectable<Tables['sessions']>
export type Token = Selectable<Tables['tokens']>

export const insertSession = async (db: Db, session: Insertable<Tables['sessions']>): Promise<void> => {
  await db.insertInto('sessions').values(session).execute()
}

/** The session of a secret's hash, unless it ended or expired. */
export const livingSession = async (db: Db, hash: string): Promise<Session | undefined> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()

export const sessionsOf = async (db: Db, person: string): Promise<readonly Session[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('made_at', 'desc')
    .execute()

export const confirmSession = async (db: Db, id: string): Promise<void> => {
  await sql`update sessions set confirmed_at = now() where id = ${id}`.execute(db)
}

/** Ends one session of a person; whether there was one. */
export const endSession = async (db: Db, person: string, id: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update sessions set ended_at = now() where id = ${id} and person_id = ${person} and ended_at is null`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Ends all sessions of a person but one. */
export const endSessions = async (db: Db, person: string, except: string | null): Promise<void> => {
  await sql`
    update sessions set ended_at = now()
     where person_id = ${person} and ended_at is null and id is distinct from ${except}`.execute(db)
}

export const insertToken = async (db: Db, token: Insertable<Tables['tokens']>): Promise<void> => {
  await db.insertInto('tokens').values(token).execute()
}

/** The token of a secret's hash, unless it ended or expired. */
export const livingToken = async (db: Db, hash: string): Promise<Token | undefined> =>
  db
    .selectFrom('tokens')
    .selectAll()
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()

export const tokensOf = async (db: Db, person: string): Promise<readonly Token[]> =>
  db
    .selectFrom('tokens')
    .selectAll()
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()

/** Ends one token of a person; whether there was one. */
export const endToken = async (db: Db, person: string, id: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update tokens set ended_at = now() where id = ${id} and person_id = ${person} and ended_at is null`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Ends all tokens of a person. */
export const endTokens = async (db: Db, person: string): Promise<void> => {
  await sql`update tokens set ended_at = now() where person_id = ${person} and ended_at is null`.execute(db)
}

export const insertInvitation = async (db: Db, hash: string, person: string, expiresAt: string): Promise<void> => {
  await db.insertInto('invitations').values({ hash, person_id: person, expires_at: expiresAt }).execute()
}

/** Uses up a link: the person it was made for, or null when it is not good. Earlier links of that person are used up too. */
export const useInvitation = async (db: Db, hash: string): Promise<string | null> => {
  const { rows } = await sql<{ person_id: string }>`
    update invitations set used_at = now()
     where hash = ${hash} and used_at is null and expires_at > now() returning person_id`.execute(db)
  const person = rows[0]?.person_id ?? null
  if (person !== null)
    await sql`update invitations set used_at = now() where person_id = ${person} and used_at is null`.execute(db)
  return person
}
