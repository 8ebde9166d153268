import type { GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { insertRows } from './insert-rows.ts'

export type GazetteerRow = Selectable<Tables['gazetteers']>

/** What is kept about a gazetteer besides its places. */
export interface NewGazetteer {
  readonly name: string
  readonly version: string
  readonly sha256: string
  readonly format: string
  readonly source: string
  readonly licence: string | null
}

const BATCH = 5000

/** Adds a gazetteer; one of the same name is removed. Returns its id. */
export const insertGazetteer = async (
  db: Db,
  gazetteer: NewGazetteer,
  entries: readonly GazetteerEntry[],
): Promise<number> => {
  await removeGazetteer(db, gazetteer.name)
  const { id } = await db
    .insertInto('gazetteers')
    .values({ ...gazetteer, places: entries.length, removed_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let at = 0; at < entries.length; at += BATCH) {
    const rows = entries.slice(at, at + BATCH).map((place, i) => ({ gazetteer_id: id, position: at + i, place }))
    await insertRows(db, 'gazetteer_places', { gazetteer_id: 'bigint', position: 'integer', place: 'jsonb' }, rows)
  }
  return id
}

/** Removes the current gazetteer of a name with its places; its row stays, with the time. False when there is none. */
export const removeGazetteer = async (db: Db, name: string): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`
    update gazetteers set removed_at = now() where name = ${name} and removed_at is null returning id`.execute(db)
  const [gone] = rows
  if (gone === undefined) return false
  await db.deleteFrom('gazetteer_places').where('gazetteer_id', '=', gone.id).execute()
  return true
}

/** The gazetteers in use, in the order in which they were added. */
export const listGazetteers = async (db: Db): Promise<readonly GazetteerRow[]> =>
  db.selectFrom('gazetteers').selectAll().where('removed_at', 'is', null).orderBy('id').execute()

/** All places of a gazetteer. */
export const placesOf = async (db: Db, id: number): Promise<readonly GazetteerEntry[]> => {
  const rows = await db
    .selectFrom('gazetteer_places')
    .select('place')
    .where('gazetteer_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ place }) => place)
}
