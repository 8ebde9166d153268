import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type Upload = Selectable<Tables['uploads']>

export const insertUpload = async (db: Db, upload: Insertable<Tables['uploads']>): Promise<void> => {
  await db.insertInto('uploads').values(upload).execute()
}

export const findUpload = async (db: Db, id: string): Promise<Upload | undefined> =>
  db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()

export const uploadOfImport = async (db: Db, importId: number): Promise<Upload | undefined> =>
  db.selectFrom('uploads').selectAll().where('import_id', '=', importId).executeTakeFirst()

export const updateUpload = async (db: Db, id: string, set: Updateable<Tables['uploads']>): Promise<void> => {
  await db.updateTable('uploads').set(set).where('id', '=', id).execute()
}

/** Whole uploads that were not read to their end, the oldest first. */
export const unreadUploads = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from uploads where state in ('waiting', 'reading') order by made_at, id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Unfinished uploads that nobody sent anything of for so many days. */
export const staleUploads = async (db: Db, days: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from uploads where state = 'receiving' and made_at < now() - make_interval(days => ${days})`.execute(db)
  return rows.map(({ id }) => id)
}
