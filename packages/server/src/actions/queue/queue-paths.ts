import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { IngestJob } from '@sijil/core/contract/job-data.js'
import { type Batch, inBatches } from '../../jobs/batches.ts'
import { interrupted } from '../../problems/record.ts'
import { readPaths } from '../../sources/read-paths.ts'
import type { Store } from '../../store/open-store.ts'
import { addImportToCollection } from '../../store/queries/collections.ts'
import { allQueued, beginImport, endImport } from '../../store/queries/imports.ts'
import { openQueues, PRIORITY, type Queues } from '../../store/queues.ts'
import { storeRefusals } from '../store-batch.ts'

export interface QueueOptions {
  readonly paths: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array> | null
  /** `person` goes before `backfill`. */
  readonly priority: keyof typeof PRIORITY
  /** The collection that the documents go into; the first one unless told. */
  readonly collection?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: {
    readonly phase: 'queueing'
    readonly done: number
    readonly total: number | null
  }) => void
}

/** What was queued. */
export interface Queued {
  readonly import: number
  readonly batches: number
  readonly inputs: number
  /** What could not be opened at all. */
  readonly refused: number
}

/** So many batches may wait: whoever brings more waits until workers have come so far. */
const MOST_WAITING = 500
const PATIENCE_MS = 500

/** Keeps the bytes of reports and leaves reading them to workers. On return all of it is on the disk. */
export const queuePaths = async (store: Store, options: QueueOptions): Promise<Queued> => {
  const queues = await openQueues(store)
  const importId = await beginImport(
    store.db,
    options.paths.map((path) => (path === '-' ? path : resolve(path))),
    store.name,
  )
  const collection = options.collection ?? null
  if (collection !== null) await addImportToCollection(store.db, collection, importId)
  const counts = { batches: 0, inputs: 0, refused: 0 }
  try {
    for await (const batch of inBatches(readPaths(options.paths, { stdin: options.stdin }))) {
      if (options.signal?.aborted) throw interrupted()
      await roomIn(queues, options.signal)
      counts.batches += await queueBatch(store, queues, batch, {
        import: importId,
        collection,
        priority: PRIORITY[options.priority],
      })
      counts.inputs += batch.items.length
      counts.refused += batch.refusals.length
      options.onProgress?.({ phase: 'queueing', done: batch.done, total: batch.total })
    }
    await allQueued(store.db, importId, counts.batches)
    return { import: importId, ...counts }
  } catch (error) {
    await endImport(store.db, importId, options.signal?.aborted ? 'interrupted' : 'failed').catch(() => undefined)
    throw error
  } finally {
    await queues.close()
  }
}

const roomIn = async (queues: Queues, signal: AbortSignal | undefined): Promise<void> => {
  while ((await queues.waiting('ingest')) >= MOST_WAITING) {
    if (signal?.aborted) throw interrupted()
    await new Promise((done) => setTimeout(done, PATIENCE_MS))
  }
}

/** Returns how many jobs that made: none for a batch in which nothing could be opened. */
const queueBatch = async (
  store: Store,
  queues: Queues,
  { items, refusals }: Batch,
  about: Omit<IngestJob, 'items'>,
): Promise<number> => {
  if (refusals.length > 0) await storeRefusals(store, about.import, refusals)
  if (items.length === 0) return 0
  const named = await Promise.all(
    items.map(async ({ bytes, ...item }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await store.raw.write(sha256, bytes)
      return { ...item, sha256 }
    }),
  )
  const job: IngestJob = { ...about, items: named }
  await queues.put('ingest', [job], about.priority)
  return 1
}
