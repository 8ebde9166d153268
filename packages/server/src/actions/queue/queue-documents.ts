import { MAKER } from '../../jobs/read-batch.ts'
import type { Store } from '../../store/open-store.ts'
import { documentsReadOtherwise } from '../../store/queries/claims.ts'
import { idsOfDocuments } from '../../store/queries/documents.ts'
import { openQueues, PRIORITY } from '../../store/queues.ts'

/** How many documents a job is about. */
const AT_ONCE = 50
/** No store has more; the ids of a million are some ten megabytes. */
const ALL = 100_000_000

/** Leaves reading anew what other rules have read to workers; returns how many documents that are. */
export const queueReread = async (store: Store): Promise<number> =>
  queueDocuments(store, 'extract', await documentsReadOtherwise(store.db, MAKER, ALL))

/** Leaves placing all stored claims anew to workers; returns how many documents that are. */
export const queuePlacing = async (store: Store): Promise<number> =>
  queueDocuments(
    store,
    'geocode',
    (await idsOfDocuments(store.db, 0, ALL)).map(({ id }) => id),
  )

const queueDocuments = async (store: Store, queue: 'extract' | 'geocode', ids: readonly string[]): Promise<number> => {
  const queues = await openQueues(store)
  try {
    const jobs = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) => ({
      documents: ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    }))
    if (jobs.length > 0) await queues.put(queue, jobs, PRIORITY.backfill)
    return ids.length
  } finally {
    await queues.close()
  }
}
