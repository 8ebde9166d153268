import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type OrganisationList = Selectable<Tables['organisation_lists']>

/** The lists of organisations in use, in the order in which they were added. */
export const listOrganisationLists = async (db: Db): Promise<readonly OrganisationList[]> =>
  db.selectFrom('organisation_lists').selectAll().where('removed_at', 'is', null).orderBy('id').execute()

/** Adds a list; one of the same name is removed. */
export const insertOrganisationList = async (
  db: Db,
  { rows, ...list }: Pick<OrganisationList, 'name' | 'version' | 'sha256' | 'source' | 'rows'>,
): Promise<void> => {
  await removeOrganisationList(db, list.name)
  await db
    .insertInto('organisation_lists')
    .values({ ...list, rows: JSON.stringify(rows), removed_at: null })
    .execute()
}

/** Removes the current list of a name; its row stays, with the time. False when there is none. */
export const removeOrganisationList = async (db: Db, name: string): Promise<boolean> => {
  const { rows } = await sql`
    update organisation_lists set removed_at = now() where name = ${name} and removed_at is null returning id`.execute(
    db,
  )
  return rows.length > 0
}
