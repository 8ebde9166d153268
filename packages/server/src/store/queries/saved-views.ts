import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tables } from '../database.ts'

/** A saved view, with the name of whose it is. */
export type SavedView = Selectable<Tables['saved_views']> & { readonly by: string }

const all = (db: Db) =>
  db
    .selectFrom('saved_views')
    .innerJoin('people', 'people.id', 'saved_views.person_id')
    .selectAll('saved_views')
    .select('people.name as by')

/** A person's views and those that others share, by name. */
export const viewsFor = async (db: Db, person: string): Promise<readonly SavedView[]> =>
  all(db)
    .where((where) => where.or([where('person_id', '=', person), where('shared', '=', true)]))
    .orderBy(sql`lower(saved_views.name)`)
    .orderBy('saved_views.id')
    .execute()

export const viewById = async (db: Db, id: string): Promise<SavedView | undefined> =>
  all(db).where('saved_views.id', '=', id).executeTakeFirst()

/** The view of that name of somebody's page. */
export const viewNamed = async (db: Db, person: string, page: string, name: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('saved_views')
    .select('id')
    .where('person_id', '=', person)
    .where('page', '=', page as SavedView['page'])
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id
}

export const countViews = async (db: Db, person: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from saved_views where person_id = ${person}`.execute(db)
  return rows[0]?.n ?? 0
}

export const insertView = async (db: Db, view: Insertable<Tables['saved_views']>): Promise<void> => {
  await db.insertInto('saved_views').values(view).execute()
}

/** Changes a view and counts that it did. */
export const updateView = async (db: Db, id: string, set: Updateable<Tables['saved_views']>): Promise<void> => {
  await db
    .updateTable('saved_views')
    .set({ ...set, changes: sql<number>`changes + 1` })
    .where('id', '=', id)
    .execute()
}

export const deleteView = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('saved_views').where('id', '=', id).execute()
}
