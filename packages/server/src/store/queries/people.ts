import type { Role } from '@sijil/core/contract/api/role.js'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type Person = Selectable<Tables['people']>

/** A role in a collection; in all of them where it names none. */
export interface Grant {
  readonly collection: number | null
  readonly role: Role
}

export const countPeople = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from people`.execute(db)
  return rows[0]?.n ?? 0
}

export const insertPerson = async (db: Db, person: Insertable<Tables['people']>): Promise<void> => {
  await db.insertInto('people').values(person).execute()
}

export const personById = async (db: Db, id: string): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()

export const personByEmail = async (db: Db, email: string): Promise<Person | undefined> =>
  db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()

export const allPeople = async (db: Db): Promise<readonly Person[]> =>
  db.selectFrom('people').selectAll().orderBy('made_at').orderBy('id').execute()

export const updatePerson = async (db: Db, id: string, set: Updateable<Tables['people']>): Promise<void> => {
  await db.updateTable('people').set(set).where('id', '=', id).execute()
}

export const grantsOf = async (db: Db, person: string): Promise<readonly Grant[]> => {
  const rows = await db
    .selectFrom('grants')
    .select(['collection_id as collection', 'role'])
    .where('person_id', '=', person)
    .orderBy(sql`coalesce(collection_id, 0)`)
    .execute()
  return rows
}

/** Puts these in the place of what a person was granted before. */
export const replaceGrants = async (db: Db, person: string, grants: readonly Grant[]): Promise<void> => {
  await db.deleteFrom('grants').where('person_id', '=', person).execute()
  if (grants.length === 0) return
  const rows = grants.map(({ collection, role }) => ({ person_id: person, collection_id: collection, role }))
  await db.insertInto('grants').values(rows).execute()
}
