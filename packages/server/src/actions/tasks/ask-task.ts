import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import { noSuchThing } from '../../problems/access.ts'
import { appendLog } from '../../store/queries/log.ts'
import { findTask, forgetOldTasks, insertTask, newestTasks, type TaskRow } from '../../store/queries/tasks.ts'
import { transact } from '../../store/transact.ts'
import type { Task } from '../../task.ts'
import type { Store } from '../with-store.ts'

/** How many tasks are remembered; the log keeps that they were asked for. */
const REMEMBERED = 100

/** Who asks for long work. */
export interface TaskAsker {
  readonly id: string
  readonly name: string
}

/** The server that keeps its files in this folder of this machine. */
export const machineOf = ({ folder }: Store): string => `${hostname()} ${folder.root}`

/** Keeps what was asked for until its turn comes; the log keeps who asked. */
export const askTask = async (store: Store, task: Task, by: TaskAsker): Promise<TaskRecord> =>
  transact(store.db, 'accounts', async (tx) => {
    const asked = { id: randomUUID(), machine: machineOf(store), task, asked_by: by.name }
    const row = await insertTask(tx, asked)
    await forgetOldTasks(tx, REMEMBERED)
    await appendLog(tx, 'task', { kind: task.kind, by: by.id })
    return toTaskRecord(row)
  })

/** The newest tasks, the newest first. */
export const listTasks = async (store: Store): Promise<readonly TaskRecord[]> =>
  (await newestTasks(store.db, REMEMBERED)).map(toTaskRecord)

/** One task. Throws a Problem when there is none of that id. */
export const showTask = async (store: Store, id: string): Promise<TaskRecord> => {
  const row = await findTask(store.db, id)
  if (row === undefined) throw noSuchThing('task')
  return toTaskRecord(row)
}

/** A task as it stands in the store, which does not know how far it has come. */
export const toTaskRecord = ({ id, task, state, result, problem, asked_by, asked_at }: TaskRow): TaskRecord => ({
  id,
  kind: task.kind,
  state,
  progress: null,
  result: result === null ? null : { ...result },
  problem,
  by: asked_by,
  askedAt: new Date(asked_at).toISOString(),
})
