import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { Piscina } from 'piscina'
import { codeOf } from '../error-facts.ts'
import type { ContextOptions } from '../sources/load-context.ts'
import { type BatchRead, type HashedItem, nameOf, readBatch } from './read-batch.ts'

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

/** What a thread may take before it is ended: some six times what it needs for reports of a few pages. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 }
/**
 * How much a heap may grow, in hundredths, before it is cleared of what nobody needs. Left to itself V8 lets it grow to four
 * times as much on a machine with much memory.
 */
const HEAP_GROWTH = 35

const onThreads = (context: ContextOptions, threads: number): Reader => {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./read-worker.js', import.meta.url)),
    name: 'read',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: THREAD_LIMITS,
  })
  return {
    width: threads,
    read: (batch) => readWithin(batch, (part) => pool.run({ batch: part, context }) as Promise<BatchRead>),
    close: () => pool.destroy(),
  }
}

type Read = (batch: readonly HashedItem[]) => Promise<BatchRead>

/** Reads a batch; where that takes more memory than a thread may have, one by one, so that only what is too large is refused. */
export const readWithin = async (batch: readonly HashedItem[], read: Read): Promise<BatchRead> => {
  try {
    return await read(batch)
  } catch (error) {
    if (codeOf(error) !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    const [only, ...others] = batch
    if (only !== undefined && others.length === 0) return tooLarge(only)
    const apart: BatchRead[] = []
    for (const one of batch) apart.push(await readWithin([one], read))
    return { items: apart.flatMap(({ items }) => items), documents: apart.flatMap(({ documents }) => documents) }
  }
}

const tooLarge = ({ item, sha256 }: HashedItem): BatchRead => {
  const name = nameOf(item)
  const text = `reading it takes more than ${THREAD_LIMITS.maxOldGenerationSizeMb} MB of memory: split it into the reports that it holds`
  return {
    items: [{ name, sha256, documents: [], refusals: [{ name, at: null, code: 'too-large', text }] }],
    documents: [],
  }
}
