import { fileURLToPath } from 'node:url'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { Piscina } from 'piscina'
import type { ContextOptions } from '../sources/load-context.ts'
import { type BatchRead, type HashedItem, readBatch } from './read-batch.ts'

/** Reads batches of items from bytes to claims. */
export interface Reader {
  /** How many batches it works on at once. */
  readonly width: number
  read(batch: readonly HashedItem[]): Promise<BatchRead>
  close(): Promise<void>
}

/** The worker threads load the build; from the sources there is none to load. */
const runsFromBuild = import.meta.url.endsWith('.js')

/** A reader on so many worker threads; with none, one on this thread, which starts faster. */
export const makeReader = (options: ContextOptions, context: Context, threads: number): Reader =>
  threads > 0 && runsFromBuild ? onThreads(options, threads) : onThisThread(context)

const onThisThread = (context: Context): Reader => ({
  width: 1,
  read: async (batch) => readBatch(batch, context),
  close: async () => undefined,
})

const onThreads = (context: ContextOptions, threads: number): Reader => {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./read-worker.js', import.meta.url)),
    name: 'read',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
  })
  return {
    width: threads,
    read: (batch) => pool.run({ batch, context }) as Promise<BatchRead>,
    close: () => pool.destroy(),
  }
}
