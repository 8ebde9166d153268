import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { machineOf } from '../actions/tasks/ask-task.ts'
import { forgetFile, forgetFilesBut } from '../actions/tasks/receive-file.ts'
import { runTask, type TaskOptions, type TaskProgress } from '../actions/tasks/run-task.ts'
import type { Store, StoreOptions } from '../store/open-store.ts'
import { beginTask, openTasks, type TaskRow, updateTask } from '../store/queries/tasks.ts'
import type { Task } from '../task.ts'
import { problemText } from './task-problem.ts'

/** Does the tasks that the store keeps for this machine, one after another, in the order in which they were asked for. */
export interface TaskRunner {
  /** Looks for tasks that wait. */
  wake(): void
  /** How far a task has come; null when it is not being done. */
  progressOf(id: string): TaskProgress | null
  /** Stops what is in hand where it can go on from; it waits for the next start, like the others. */
  stop(): Promise<void>
}

/** What a thread is told, and what it tells. */
export interface TaskThreadData {
  readonly store: StoreOptions
  readonly task: Task
  readonly again: boolean
}
export type FromTaskThread =
  | { readonly progress: TaskProgress }
  | { readonly result: object }
  | { readonly problem: string }

/** What a server died of so often is not tried once more. */
const MOST_STARTS = 3
const GIVEN_UP = 'the server ended each time while it was done; see the server for why, then ask for it again'
const FILE_GONE = 'the server ended before it was done, and its file is gone; ask for it again'
/** Threads load the build; from the sources there is none to load. */
const runsFromBuild = import.meta.url.endsWith('.js')

/** Starts a runner, which first goes on with what a server before it left. */
export const startTaskRunner = async (store: Store, options: StoreOptions): Promise<TaskRunner> => {
  const machine = machineOf(store)
  const stopping = new AbortController()
  const progress = new Map<string, TaskProgress>()
  let running: Promise<void> | null = null
  let woken = false
  const doOne = async ({ id, task, starts }: TaskRow) => {
    const unfit = await unfitness(task, starts)
    if (unfit !== null) return end(store, id, task, { state: 'interrupted', problem: unfit })
    const again = (await beginTask(store.db, id)) > 1
    const onProgress = (now: TaskProgress) => progress.set(id, now)
    const how = { signal: stopping.signal, onProgress, again }
    const came = await (runsFromBuild ? inThread : here)(store, options, task, how).then(
      (result): Outcome => ({ state: 'done', result: JSON.stringify(result) }),
      async (error): Promise<Outcome> => ({
        state: 'failed',
        problem: error instanceof TaskFailed ? error.message : problemText(await store.explain(error)),
      }),
    )
    // Told to stop, it goes on at the next start: what it gave may be but a part.
    if (stopping.signal.aborted) await updateTask(store.db, id, { state: 'waiting', starts: 1 })
    else await end(store, id, task, came)
    progress.delete(id)
  }
  const work = async () => {
    while (woken && !stopping.signal.aborted) {
      woken = false
      for (const row of await openTasks(store.db, machine)) {
        if (stopping.signal.aborted) return
        await doOne(row)
        woken = true
      }
    }
  }
  const wake = () => {
    woken = true
    running ??= work()
      // The store did not answer: whoever asks next wakes it again.
      .catch(() => undefined)
      .finally(() => {
        running = null
        // What came while the last one ended.
        if (woken && !stopping.signal.aborted) wake()
      })
  }
  const left = await openTasks(store.db, machine)
  await forgetFilesBut(
    store,
    left.flatMap(({ task }) => ('path' in task ? [task.path] : [])),
  )
  if (left.length > 0) wake()
  return {
    wake,
    progressOf: (id) => progress.get(id) ?? null,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Why a task that another server left can't be taken up; null where it can. */
const unfitness = async (task: Task, starts: number): Promise<string | null> => {
  if (starts >= MOST_STARTS) return GIVEN_UP
  if (!('path' in task)) return null
  return access(task.path).then(
    () => null,
    () => FILE_GONE,
  )
}

type Outcome = Parameters<typeof updateTask>[2]

const end = async (store: Store, id: string, task: Task, set: Outcome): Promise<void> => {
  await updateTask(store.db, id, set)
  if ('path' in task) await forgetFile(task.path)
}

/** What a thread told of why it failed. */
class TaskFailed extends Error {}

type Run = (store: Store, options: StoreOptions, task: Task, how: TaskOptions) => Promise<object>

const here: Run = (store, _options, task, how) => runTask(store, task, how)

/** On a thread of its own, so that those who ask meanwhile do not wait. */
const inThread: Run = async (_store, options, task, { signal, onProgress, again }) => {
  const data: TaskThreadData = { store: options, task, again }
  const worker = new Worker(fileURLToPath(new URL('./task-thread.js', import.meta.url)), { workerData: data })
  let said: FromTaskThread | null = null
  worker.on('message', (message: FromTaskThread) => {
    if ('progress' in message) onProgress(message.progress)
    else said = message
  })
  const stop = () => worker.postMessage('stop')
  signal.addEventListener('abort', stop)
  await once(worker, 'exit').finally(() => signal.removeEventListener('abort', stop))
  const ended = said as FromTaskThread | null
  if (ended !== null && 'result' in ended) return ended.result
  throw new TaskFailed(ended !== null && 'problem' in ended ? ended.problem : 'it was stopped; ask for it again')
}
