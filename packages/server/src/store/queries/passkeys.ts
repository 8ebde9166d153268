import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type Passkey = Selectable<Tables['passkeys']>

export const insertPasskey = async (db: Db, passkey: Insertable<Tables['passkeys']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

export const passkeyById = async (db: Db, id: string): Promise<Passkey | undefined> =>
  db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()

export const passkeysOf = async (db: Db, person: string): Promise<readonly Passkey[]> =>
  db.selectFrom('passkeys').selectAll().where('person_id', '=', person).orderBy('made_at').orderBy('id').execute()

/** Notes that it was used; whether its counter went on, as that of one that was not copied does. */
export const usePasskey = async (db: Db, id: string, before: number, counter: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update passkeys set used_at = now(), counter = ${counter} where id = ${id} and counter = ${before}`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Removes one passkey of a person; whether there was one. */
export const deletePasskey = async (db: Db, person: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}
