import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type TaskRow = Selectable<Tables['tasks']>
type NewTask = Pick<TaskRow, 'id' | 'machine' | 'task' | 'asked_by'>

/** Lets a task wait; one that waits already for the very same is given back as it is. */
export const insertTask = async (db: Db, { id, machine, task, asked_by }: NewTask): Promise<TaskRow> => {
  const text = JSON.stringify(task)
  const { rows } = await sql<TaskRow>`
    select * from tasks where state = 'waiting' and machine = ${machine} and task = ${text}::jsonb`.execute(db)
  const [same] = rows
  if (same !== undefined) return same
  return db
    .insertInto('tasks')
    .values({ id, machine, task: text, state: 'waiting', asked_by })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const findTask = async (db: Db, id: string): Promise<TaskRow | undefined> =>
  db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst()

/** The newest tasks, the newest first. */
export const newestTasks = async (db: Db, most: number): Promise<readonly TaskRow[]> =>
  db.selectFrom('tasks').selectAll().orderBy('seq', 'desc').limit(most).execute()

/** The tasks of a machine that have not ended, the oldest first. */
export const openTasks = async (db: Db, machine: string): Promise<readonly TaskRow[]> =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('machine', '=', machine)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('seq')
    .execute()

export const updateTask = async (db: Db, id: string, set: Updateable<Tables['tasks']>): Promise<void> => {
  await db.updateTable('tasks').set(set).where('id', '=', id).execute()
}

/** Begins a task; gives how often it was begun by now. */
export const beginTask = async (db: Db, id: string): Promise<number> => {
  const { starts } = await db
    .updateTable('tasks')
    .set((row) => ({ state: 'running', starts: row('starts', '+', 1) }))
    .where('id', '=', id)
    .returning('starts')
    .executeTakeFirstOrThrow()
  return starts
}

/** Forgets those that ended, but for the newest. */
export const forgetOldTasks = async (db: Db, keep: number): Promise<void> => {
  await sql`
    delete from tasks where state not in ('waiting', 'running')
       and seq <= (select seq from tasks order by seq desc offset ${keep} limit 1)`.execute(db)
}
