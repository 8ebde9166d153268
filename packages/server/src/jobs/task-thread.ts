import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '@sijil/core/contract/problem.js'
import { runTask } from '../actions/tasks/run-task.ts'
import { withStore } from '../actions/with-store.ts'
import { problemText } from './task-problem.ts'
import type { FromTaskThread, TaskThreadData } from './task-runner.ts'

/** Does one task on this thread, with a store of its own, and tells how far it has come and what came of it. */
const { store: options, task, again } = workerData as TaskThreadData
const stop = new AbortController()
const tell = (said: FromTaskThread) => parentPort?.postMessage(said)
parentPort?.once('message', () => stop.abort())
await withStore(options, (store) =>
  runTask(store, task, { signal: stop.signal, onProgress: (progress) => tell({ progress }), again }),
)
  .then(
    (result) => tell({ result }),
    (error: unknown) => {
      if (!(error instanceof Problem)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      tell({ problem: problemText(error) })
    },
  )
  .finally(() => parentPort?.close())
