import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import { forgetFile } from '../actions/tasks/receive-file.ts'
import { runTask, type Task, type TaskOptions, type TaskProgress } from '../actions/tasks/run-task.ts'
import type { Store, StoreOptions } from '../store/open-store.ts'
import { problemText } from './task-problem.ts'

/** Does tasks one after another, in the order in which they were asked for. */
export interface TaskRunner {
  /** One that waits already is given back as it is. */
  add(task: Task, by: string): TaskRecord
  /** The tasks since the start, the newest first. */
  list(): readonly TaskRecord[]
  find(id: string): TaskRecord | undefined
  /** Stops what is in hand where it can go on from; what waits is forgotten. */
  stop(): Promise<void>
}

/** What a thread is told, and what it tells. */
export interface TaskThreadData {
  readonly store: StoreOptions
  readonly task: Task
}
export type FromTaskThread =
  | { readonly progress: TaskProgress }
  | { readonly result: object }
  | { readonly problem: string }

const REMEMBERED = 100
/** Threads load the build; from the sources there is none to load. */
const runsFromBuild = import.meta.url.endsWith('.js')

export const startTaskRunner = (store: Store, options: StoreOptions): TaskRunner => {
  const stopping = new AbortController()
  const known: TaskRecord[] = []
  const queue: { readonly id: string; readonly task: Task }[] = []
  let running: Promise<void> | null = null
  const change = (id: string, set: Partial<TaskRecord>) => {
    const at = known.findIndex((one) => one.id === id)
    const before = known[at]
    if (before !== undefined) known[at] = { ...before, ...set }
  }
  const doOne = async (id: string, task: Task) => {
    change(id, { state: 'running' })
    try {
      const onProgress = (progress: TaskProgress) => change(id, { progress })
      const result = await (runsFromBuild ? inThread : here)(store, options, task, {
        signal: stopping.signal,
        onProgress,
      })
      change(id, { state: 'done', result: { ...result }, progress: null })
    } catch (error) {
      const problem = error instanceof TaskFailed ? error.message : problemText(await store.explain(error))
      change(id, { state: 'failed', problem, progress: null })
    } finally {
      if ('path' in task) await forgetFile(task.path)
    }
  }
  const work = async () => {
    for (let next = queue.shift(); next !== undefined && !stopping.signal.aborted; next = queue.shift())
      await doOne(next.id, next.task)
  }
  const start = () => {
    if (running !== null || queue.length === 0 || stopping.signal.aborted) return
    running = work().finally(() => {
      running = null
      // What came while the last one ended.
      start()
    })
  }
  return {
    add: (task, by) => {
      // What waits already need not be done twice.
      const same = queue.find((one) => JSON.stringify(one.task) === JSON.stringify(task))
      const waiting = known.find(({ id }) => id === same?.id)
      if (waiting !== undefined) return waiting
      const nothing = { progress: null, result: null, problem: null }
      const record: TaskRecord = {
        id: randomUUID(),
        kind: task.kind,
        state: 'waiting',
        ...nothing,
        by,
        askedAt: new Date().toISOString(),
      }
      known.unshift(record)
      known.length = Math.min(known.length, REMEMBERED)
      queue.push({ id: record.id, task })
      start()
      return record
    },
    list: () => [...known],
    find: (id) => known.find((one) => one.id === id),
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** What a thread told of why it failed. */
class TaskFailed extends Error {}

type Run = (store: Store, options: StoreOptions, task: Task, how: TaskOptions) => Promise<object>

const here: Run = (store, _options, task, how) => runTask(store, task, how)

/** On a thread of its own, so that those who ask meanwhile do not wait. */
const inThread: Run = async (_store, options, task, { signal, onProgress }) => {
  const data: TaskThreadData = { store: options, task }
  const worker = new Worker(fileURLToPath(new URL('./task-thread.js', import.meta.url)), { workerData: data })
  let said: FromTaskThread | null = null
  worker.on('message', (message: FromTaskThread) => {
    if ('progress' in message) onProgress(message.progress)
    else said = message
  })
  const stop = () => worker.postMessage('stop')
  signal.addEventListener('abort', stop)
  await once(worker, 'exit').finally(() => signal.removeEventListener('abort', stop))
  const end = said as FromTaskThread | null
  if (end !== null && 'result' in end) return end.result
  throw new TaskFailed(end !== null && 'problem' in end ? end.problem : 'it was stopped; ask for it again')
}
