import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Progress } from '../actions/ingest-paths.ts'
import { readUpload } from '../actions/uploads/read-upload.ts'
import type { Store, StoreOptions } from '../store/open-store.ts'
import { unreadUploads } from '../store/queries/uploads.ts'

/** How far the reading of an upload has come. */
export type UploadProgress = Progress

/** Reads uploads one after another, in the order in which they became whole. */
export interface UploadReader {
  /** Reads it when its turn comes. */
  add(id: string): void
  /** How far it has come; null when it is not being read. */
  progressOf(id: string): UploadProgress | null
  /** Stops after what is in hand is on the disk; what is left waits for the next start. */
  stop(): Promise<void>
}

/** What a thread is told, and what it tells. */
export interface ThreadTask {
  readonly store: StoreOptions
  readonly upload: string
  readonly concurrency: number
}
export type FromThread = { readonly progress: Progress }

/** Threads load the build; from the sources there is none to load. */
const runsFromBuild = import.meta.url.endsWith('.js')

/** Starts a reader, which first goes on with what a server before it left. */
export const startUploadReader = async (store: Store, options: StoreOptions): Promise<UploadReader> => {
  const stopping = new AbortController()
  const queue: string[] = [...(await unreadUploads(store.db))]
  const progress = new Map<string, UploadProgress>()
  let running: Promise<void> | null = null
  const work = async () => {
    for (let id = queue.shift(); id !== undefined && !stopping.signal.aborted; id = queue.shift()) {
      const current = id
      const onProgress = (now: UploadProgress) => progress.set(current, now)
      await (runsFromBuild ? inThread : here)(store, options, current, stopping.signal, onProgress).catch(
        () => undefined,
      )
      progress.delete(current)
    }
  }
  const start = () => {
    if (running !== null || queue.length === 0 || stopping.signal.aborted) return
    running = work().finally(() => {
      running = null
      // What came while the last one ended.
      start()
    })
  }
  start()
  return {
    add: (id) => {
      queue.push(id)
      start()
    },
    progressOf: (id) => progress.get(id) ?? null,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

type Run = (
  store: Store,
  options: StoreOptions,
  id: string,
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
) => Promise<void>

const here: Run = async (store, _options, id, signal, onProgress) => {
  await readUpload(store, id, { concurrency: 0, signal, onProgress })
}

/** On a thread of its own, so that those who ask meanwhile do not wait for those who read. */
const inThread: Run = async (_store, options, id, signal, onProgress) => {
  const task: ThreadTask = { store: options, upload: id, concurrency: Math.max(1, availableParallelism() - 1) }
  const file = fileURLToPath(new URL('./upload-thread.js', import.meta.url))
  const worker = new Worker(file, { workerData: task })
  worker.on('message', ({ progress }: FromThread) => onProgress(progress))
  const stop = () => worker.postMessage('stop')
  signal.addEventListener('abort', stop)
  await once(worker, 'exit')
  signal.removeEventListener('abort', stop)
}
