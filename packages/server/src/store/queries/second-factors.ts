import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** Uses up a step of the clock: whether it was later than every one used before. */
export const takeTotpStep = async (db: Db, person: string, step: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update people set totp_step = ${step} where id = ${person} and totp_step < ${step}`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Uses up a recovery code; whether there was such a one. */
export const takeRecoveryCode = async (db: Db, person: string, hash: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update recovery_codes set used_at = now()
     where person_id = ${person} and hash = ${hash} and used_at is null`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** Puts new recovery codes in the place of those before. */
export const replaceRecoveryCodes = async (db: Db, person: string, hashes: readonly string[]): Promise<void> => {
  await db.deleteFrom('recovery_codes').where('person_id', '=', person).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ hash, person_id: person })))
    .execute()
}
