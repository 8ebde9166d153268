import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { IngestReport, RefusalRecord } from '@sijil/core/contract/ingest-report.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { type Batch, inBatches } from '../jobs/batches.ts'
import { mapInOrder } from '../jobs/map-in-order.ts'
import type { BatchRead, HashedItem } from '../jobs/read-batch.ts'
import { makeReader, type Reader } from '../jobs/reader.ts'
import { interrupted } from '../problems/record.ts'
import { readGazetteer } from '../sources/gazetteer.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { type ContextOptions, contextFrom } from '../sources/load-context.ts'
import { readPaths } from '../sources/read-paths.ts'
import { tidy } from '../store/maintain.ts'
import type { Store } from '../store/open-store.ts'
import { addImportToCollection } from '../store/queries/collections.ts'
import { beginImport, copiedByImport, endImport } from '../store/queries/imports.ts'
import { countIncidents } from '../store/queries/incidents.ts'
import { type KnownItem, partKnown } from './part-known.ts'
import { relink } from './relink.ts'
import { type BatchStored, storeBatch } from './store-batch.ts'

export interface IngestOptions {
  /** Files, folders, patterns and `-` for standard input. */
  readonly paths: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array> | null
  readonly today: Day
  /** Worker threads; as many as the machine has processors unless told. */
  readonly concurrency?: number
  /** The collection that the documents go into; the first one unless told. */
  readonly collection?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Told the number of the import as soon as it has one. */
  readonly onImport?: (id: number) => Promise<void>
}

export interface Progress {
  /** What is being done: `reading` counts bytes, `linking` documents. */
  readonly phase: 'reading' | 'linking'
  readonly done: number
  /** Null where it cannot be known beforehand. */
  readonly total: number | null
}

/**
 * Reads reports into the store and brings the record up to date. Each batch is stored whole or not at all, and on return
 * of its transaction it is on the disk. What was read before is passed over, so a run that was cut short goes on where it
 * stopped. What cannot be read is refused with its reason and stops nothing.
 */
export const ingestPaths = async (store: Store, options: IngestOptions): Promise<IngestReport> => {
  const gazetteer = await readGazetteer({ imported: await importedIndexes(store) })
  const wanted: ContextOptions = { today: options.today, gazetteer }
  const context = await contextFrom(wanted)
  const importId = await beginImport(store.db, options.paths.map(lasting), store.name)
  try {
    if (options.collection !== undefined) await addImportToCollection(store.db, options.collection, importId)
    await options.onImport?.(importId)
    const report = await readAll(store, importId, options, { wanted, context })
    await relink(store, { context, importId, ...pick(options) })
    if (options.signal?.aborted) throw interrupted()
    await tidy(store.db, report.new)
    await endImport(store.db, importId, 'done')
    const copied = (await copiedByImport(store.db, [importId])).get(importId) ?? 0
    return { ...report, copied, incidents: await countIncidents(store.db) }
  } catch (error) {
    await endImport(store.db, importId, options.signal?.aborted ? 'interrupted' : 'failed').catch(() => undefined)
    throw error
  }
}

/** A path as it can be found again from any folder. */
const lasting = (path: string): string => (path === '-' ? path : resolve(path))

const pick = ({ signal, onProgress }: IngestOptions) => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onProgress === undefined ? {} : { onProgress }),
})

type Counts = Omit<IngestReport, 'incidents' | 'copied'>

interface Loaded {
  readonly wanted: ContextOptions
  readonly context: Context
}

const readAll = async (
  store: Store,
  importId: number,
  options: IngestOptions,
  { wanted, context }: Loaded,
): Promise<Counts> => {
  const threads = options.concurrency ?? availableParallelism()
  const collection = options.collection ?? null
  const batches = inBatches(readPaths(options.paths, { stdin: options.stdin }))
  let reader: Reader | undefined
  // A handful of files is read sooner than threads are ready.
  const readerFor = ({ total }: Batch) => {
    reader ??= makeReader(wanted, context, total !== null && total < SMALL ? 0 : threads)
    return reader
  }
  try {
    const counts = newCounts()
    const prepared = mapInOrder(batches, 2 * threads + 1, (batch) => readOne(store, batch, readerFor))
    for await (const { batch, fresh, read, known } of prepared) {
      if (options.signal?.aborted) throw interrupted()
      add(
        counts,
        await storeBatch(store, { importId, collection, fresh, read, known, refusals: batch.refusals }, context),
      )
      options.onProgress?.({ phase: 'reading', done: batch.done, total: batch.total })
    }
    return counts
  } finally {
    await reader?.close()
  }
}

const SMALL = 300_000

/** A batch that was read: what of it was new to the store, and what came of that. */
interface Prepared {
  readonly batch: Batch
  readonly fresh: readonly HashedItem[]
  readonly known: readonly KnownItem[]
  readonly read: BatchRead
}

const readOne = async (store: Store, batch: Batch, readerFor: (batch: Batch) => Reader): Promise<Prepared> => {
  const hashed = batch.items.map((item) => ({ item, sha256: createHash('sha256').update(item.bytes).digest('hex') }))
  const parted = await partKnown(store, hashed)
  const nothing: BatchRead = { items: [], documents: [] }
  return { batch, ...parted, read: parted.fresh.length === 0 ? nothing : await readerFor(batch).read(parted.fresh) }
}

const newCounts = () => ({ new: 0, known: 0, refused: 0, claims: 0, refusals: [] as RefusalRecord[] })

const add = (counts: ReturnType<typeof newCounts>, stored: BatchStored): void => {
  counts.new += stored.new
  counts.known += stored.known
  counts.refused += stored.refusals.length
  counts.claims += stored.claims
  counts.refusals.push(...stored.refusals)
}
