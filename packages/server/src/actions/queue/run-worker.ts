import { ingestJobSchema } from '@sijil/core/contract/job-data.js'
import { codeOf, messageOf } from '../../error-facts.ts'
import { traced } from '../../jobs/tracing.ts'
import { importedIndexes } from '../../sources/imported-gazetteers.ts'
import { loadContext } from '../../sources/load-context.ts'
import { tidy } from '../../store/maintain.ts'
import type { Store } from '../../store/open-store.ts'
import { batchHandled } from '../../store/queries/imports.ts'
import { countToLink } from '../../store/queries/linking.ts'
import { openQueues, QUEUES, type QueuedJob, type QueueName, type Queues } from '../../store/queues.ts'
import { storeRefusals } from '../store-batch.ts'
import { type Bench, handleJob } from './handle-job.ts'

/** What a worker tells of itself while it works. */
export type WorkerEvent =
  | { readonly kind: 'done'; readonly queue: QueueName; readonly ms: number }
  | {
      readonly kind: 'failed'
      readonly queue: QueueName
      readonly reason: string
      readonly given: 'again' | 'given up'
    }
  | { readonly kind: 'taken-over'; readonly jobs: number }
  | { readonly kind: 'waiting'; readonly reason: string }

export interface WorkerOptions {
  readonly today: () => string
  /** How many jobs are in hand at once: while one waits for the database another is read. */
  readonly lanes?: number
  /** Ends when nothing is left to do, rather than wait for more. */
  readonly untilEmpty?: boolean
  readonly signal?: AbortSignal
  readonly onEvent?: (event: WorkerEvent) => void
}

const LANES = 2
const IDLE_MS = 500
const TAKE_OVER_MS = 5_000
const TIDY_MS = 60_000
/** So many batches read: the planner should be told. */
const TIDY_BATCHES = 60

/** Works on the queues until told to stop; then what is in hand is finished. Returns how many jobs were done. */
export const runWorker = async (store: Store, options: WorkerOptions): Promise<number> => {
  const queues = await openQueues(store)
  const done = { jobs: 0, batches: 0 }
  const tell = (event: WorkerEvent) => {
    if (event.kind === 'done') done.jobs++
    if (event.kind === 'done' && event.queue === 'ingest') done.batches++
    options.onEvent?.(event)
  }
  const watch = watchOver(queues, tell)
  try {
    if ((await countToLink(store.db)) > 0) await queues.askToLink(0)
    const benchOf = benches(store, queues, options.today)
    await Promise.all(
      Array.from({ length: options.lanes ?? LANES }, () => lane({ store, queues, benchOf, options, tell, done })),
    )
    return done.jobs
  } finally {
    await watch.end()
    await queues.close()
  }
}

interface Lane {
  readonly store: Store
  readonly queues: Queues
  readonly benchOf: () => Promise<Bench>
  readonly options: WorkerOptions
  readonly tell: (event: WorkerEvent) => void
  readonly done: { batches: number }
}

/** A job of each queue in turn, so that a long back-fill keeps nobody from seeing what was read already. */
const lane = async (at: Lane): Promise<void> => {
  const { queues, options, tell } = at
  const stopped = () => options.signal?.aborted === true
  while (!stopped()) {
    try {
      let worked = false
      for (const queue of QUEUES) {
        const job = stopped() ? null : await queues.take(queue)
        if (job === null) continue
        worked = true
        await workOn(at, job)
      }
      if (worked) continue
      if (options.untilEmpty === true && (await queues.isEmpty())) return
    } catch (error) {
      // The server went away, or the disk is full: nothing of the job's own. It is waited for.
      tell({ kind: 'waiting', reason: messageOf(await at.store.explain(error)) })
    }
    await pause(IDLE_MS, options.signal)
  }
}

const workOn = async (at: Lane, job: QueuedJob): Promise<void> => {
  const started = performance.now()
  try {
    await traced(`job ${job.queue}`, { 'sijil.job': job.id }, async () => handleJob(await at.benchOf(), job))
    at.tell({ kind: 'done', queue: job.queue, ms: performance.now() - started })
    if (at.done.batches > 0 && at.done.batches % TIDY_BATCHES === 0 && job.queue === 'ingest')
      await tidy(at.store.db, Number.POSITIVE_INFINITY)
  } catch (error) {
    await giveBack(at, job, messageOf(await at.store.explain(error)))
    if (isOutage(error)) throw error
  }
}

/** The server or the disk, not the job: others would fail too. */
const isOutage = (error: unknown): boolean => /^(53|57|58|08|ECONN|EPIPE|ENOSPC)/.test(codeOf(error) ?? '')

const giveBack = async ({ store, queues, tell }: Lane, job: QueuedJob, reason: string): Promise<void> => {
  const given = await queues.failed(job, reason)
  tell({ kind: 'failed', queue: job.queue, reason, given })
  if (given === 'given up' && job.queue === 'ingest') await noteGivenUp(store, job, reason)
}

/** In the ledger of the import, so that nothing is missing without a word. */
const noteGivenUp = async (store: Store, job: QueuedJob, reason: string): Promise<void> => {
  const { import: importId, items } = ingestJobSchema.parse(job.data)
  const text = `it was tried several times in vain (${reason}): mend that and run \`sijil retry ${importId}\``
  await storeRefusals(
    store,
    importId,
    items.map(({ name }) => ({ name, at: null, code: 'given-up', text })),
  )
  await batchHandled(store.db, importId)
}

/** Lexicons and gazetteers, loaded once and again when other gazetteers were imported. */
const benches = (store: Store, queues: Queues, today: () => string): (() => Promise<Bench>) => {
  let loaded: { readonly key: string; readonly bench: Promise<Bench> } | undefined
  return async () => {
    const gazetteers = await importedIndexes(store)
    const day = today()
    const key = [day, ...gazetteers].join('\n')
    if (loaded?.key !== key) {
      const bench = loadContext({ today: day, gazetteers }).then((context) => ({ store, queues, context, today: day }))
      loaded = { key, bench }
    }
    try {
      return await loaded.bench
    } catch (error) {
      loaded = undefined
      throw error
    }
  }
}

/** Looks after jobs whose workers are gone, whatever this one is doing. */
const watchOver = (queues: Queues, tell: (event: WorkerEvent) => void) => {
  const quietly = async (work: () => Promise<void>) => work().catch(() => undefined)
  let underway: Promise<unknown> = Promise.resolve()
  const every = (ms: number, work: () => Promise<void>) =>
    setInterval(() => {
      underway = underway.then(() => quietly(work))
    }, ms)
  const timers = [
    every(TAKE_OVER_MS, async () => {
      const jobs = await queues.takeOver()
      if (jobs > 0) tell({ kind: 'taken-over', jobs })
    }),
    every(TIDY_MS, () => queues.tidy()),
  ]
  return {
    end: async () => {
      for (const timer of timers) clearInterval(timer)
      await underway
    },
  }
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
  })
