import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type Identity = Selectable<Tables['identities']>

/** Whose identity it is; null for nobody's. */
export const personOfIdentity = async (db: Db, issuer: string, subject: string): Promise<string | null> => {
  const row = await db
    .selectFrom('identities')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Links an identity to a person; false where it is linked already. */
export const insertIdentity = async (db: Db, issuer: string, subject: string, person: string): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identities')
    .values({ issuer, subject, person_id: person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

export const identitiesOf = async (db: Db, person: string): Promise<readonly Identity[]> =>
  db.selectFrom('identities').selectAll().where('person_id', '=', person).orderBy('made_at').execute()

export const deleteIdentities = async (db: Db, person: string): Promise<void> => {
  await db.deleteFrom('identities').where('person_id', '=', person).execute()
}

/** Uses up the open invitations of the account of an e-mail: its person, or null where there is none. */
export const useInvitationOf = async (db: Db, email: string): Promise<string | null> => {
  const { rows } = await sql<{ person: string }>`
    update invitations i set used_at = now() from people p
     where p.id = i.person_id and p.email = lower(${email}) and p.disabled_at is null
       and i.used_at is null and i.expires_at > now()
    returning p.id as person`.execute(db)
  return rows[0]?.person ?? null
}
