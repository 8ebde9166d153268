import { parentPort, workerData } from 'node:worker_threads'
import { readUpload } from '../actions/uploads/read-upload.ts'
import { withStore } from '../actions/with-store.ts'
import type { FromThread, ThreadTask } from './upload-reader.ts'

/** Reads one upload on this thread, with a store of its own, and tells how far it has come. */
const { store: options, upload, concurrency } = workerData as ThreadTask
const stop = new AbortController()
parentPort?.once('message', () => stop.abort())
await withStore(options, (store) =>
  readUpload(store, upload, {
    concurrency,
    signal: stop.signal,
    onProgress: (progress) => parentPort?.postMessage({ progress } satisfies FromThread),
  }),
).finally(() => parentPort?.close())
