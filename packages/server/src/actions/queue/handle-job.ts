import { documentsJobSchema, type IngestJob, ingestJobSchema } from '@sijil/core/contract/job-data.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { readBatch } from '../../jobs/read-batch.ts'
import { rawNotHere } from '../../problems/kept-bytes.ts'
import type { Store } from '../../store/open-store.ts'
import { batchHandled } from '../../store/queries/imports.ts'
import { countToLink } from '../../store/queries/linking.ts'
import { PRIORITY, type QueuedJob, type Queues } from '../../store/queues.ts'
import { transact } from '../../store/transact.ts'
import { placeSome } from '../apply-gazetteers.ts'
import { partKnown } from '../part-known.ts'
import { relinkSome } from '../relink.ts'
import { rereadSome } from '../reread-documents.ts'
import { storeBatch } from '../store-batch.ts'

/** What a worker has at hand. */
export interface Bench {
  readonly store: Store
  readonly queues: Queues
  readonly context: Context
  readonly today: Day
}

/** Does a job. It is done, for the queue, if and only if what it changes holds; doing it twice changes nothing more. */
export const handleJob = async (bench: Bench, job: QueuedJob): Promise<void> => HANDLERS[job.queue](bench, job)

const ingest = async (bench: Bench, job: QueuedJob): Promise<void> => {
  const { store, queues, context } = bench
  const { import: importId, collection, items, priority } = ingestJobSchema.parse(job.data)
  const { fresh, known } = await partKnown(store, await bytesOf(store, items))
  const read = readBatch(fresh, context)
  const also = async (tx: Parameters<Queues['done']>[1] & object) => {
    await batchHandled(tx, importId)
    await queues.done(job, tx)
  }
  await storeBatch(store, { importId, collection, fresh, known, read, refusals: [], also }, context)
  await queues.askToLink(priority)
}

const bytesOf = (store: Store, items: IngestJob['items']) =>
  Promise.all(
    items.map(async ({ sha256, part, ...item }) => {
      const bytes = await store.raw.read(sha256).catch((error: unknown) => {
        throw rawNotHere(item.name, store.raw.pathOf(sha256), error)
      })
      return { sha256, item: { ...item, bytes, ...(part && { part }) } }
    }),
  )

const extract = async ({ store, queues, context }: Bench, job: QueuedJob): Promise<void> => {
  const { documents } = documentsJobSchema.parse(job.data)
  await transact(store.db, 'ingest', async (tx) => {
    await rereadSome(tx, documents, context)
    await queues.done(job, tx)
  })
  await queues.askToLink(PRIORITY.backfill)
}

const geocode = async ({ store, queues, context }: Bench, job: QueuedJob): Promise<void> => {
  const { documents } = documentsJobSchema.parse(job.data)
  await transact(store.db, 'ingest', async (tx) => {
    await placeSome(tx, documents, context)
    await queues.done(job, tx)
  })
  await queues.askToLink(PRIORITY.backfill)
}

/** How many waiting documents a job links: few enough that several workers find some. */
const LINKED_AT_ONCE = 150
const PATIENCE_MS = 100

const link = async ({ store, queues, context }: Bench, job: QueuedJob): Promise<void> => {
  const linked = await relinkSome(store, { context, importId: null, atOnce: LINKED_AT_ONCE })
  if ((await countToLink(store.db)) > 0) {
    // What is left may be in others' hands.
    if (linked === 0) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    await queues.askToLink(PRIORITY.backfill)
  }
  await queues.done(job)
}

const HANDLERS: Readonly<Record<QueuedJob['queue'], (bench: Bench, job: QueuedJob) => Promise<void>>> = {
  ingest,
  extract,
  geocode,
  link,
}
