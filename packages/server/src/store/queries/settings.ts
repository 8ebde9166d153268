import type { Db } from '../database.ts'

/** A setting's value; null when nobody set it. */
export const readSetting = async (db: Db, name: string): Promise<object | null> => {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

export const writeSetting = async (db: Db, name: string, value: object): Promise<void> => {
  const text = JSON.stringify(value)
  await db
    .insertInto('settings')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}
