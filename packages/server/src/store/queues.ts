import { CompiledQuery, sql } from 'kysely'
import PgBoss from 'pg-boss'
import type { Db } from './database.ts'
import type { Store } from './open-store.ts'

/** What workers do, each in a queue of its own. */
export const QUEUES = ['ingest', 'extract', 'geocode', 'link'] as const
export type QueueName = (typeof QUEUES)[number]

/** A person who waits goes before what is read at leisure. */
export const PRIORITY = { person: 10, backfill: 0 } as const

export interface QueuedJob {
  readonly id: string
  readonly queue: QueueName
  readonly data: object
}

/** Jobs in the database, for as many workers as there are. Each is delivered at least once. */
export interface Queues {
  put(queue: QueueName, jobs: readonly object[], priority: number): Promise<void>
  /** Asks for linking, unless that is asked for already and nobody has begun. */
  askToLink(priority: number): Promise<void>
  /** The next job, which is this worker's from now on; null when there is none. */
  take(queue: QueueName): Promise<QueuedJob | null>
  /** Says that a job is done; given a transaction, it is done if and only if that holds. */
  done(job: QueuedJob, tx?: Db): Promise<void>
  /** A job failed: it is tried again, and given up with this reason when it has been tried often enough. */
  failed(job: QueuedJob, reason: string): Promise<'again' | 'given up'>
  /** Gives the jobs of workers that are gone to others; returns how many. */
  takeOver(): Promise<number>
  /** How many jobs wait. */
  waiting(queue: QueueName): Promise<number>
  /** Whether nothing waits and nothing is in anybody's hands. */
  isEmpty(): Promise<boolean>
  /** Sees to what is long done, once in a while. */
  tidy(): Promise<void>
  close(): Promise<void>
}

export const QUEUE_SCHEMA = 'sijil_queues'
/** Where a job goes that was tried too often. */
export const GIVEN_UP = 'given-up'
const MOST_TRIES = 5
/** After so long a job is given to another even if its worker seems alive; none takes that long. */
const EXPIRES_S = 1800

/** Opens the queues of a store, making them where there are none. */
export const openQueues = async ({ db, name }: Store): Promise<Queues> => {
  const boss = new PgBoss({ schema: QUEUE_SCHEMA, db: asBoss(db), supervise: false, schedule: false })
  // Errors reach whoever calls; an event that nobody hears would end the process.
  boss.on('error', () => undefined)
  await boss.start()
  await makeQueues(boss, db)
  return queuesOf(boss, db, name)
}

const makeQueues = async (boss: PgBoss, db: Db): Promise<void> => {
  const known = new Set((await boss.getQueues()).map((queue) => queue.name))
  if (!known.has(GIVEN_UP)) await boss.createQueue(GIVEN_UP)
  for (const queue of QUEUES)
    if (!known.has(queue))
      await boss.createQueue(queue, {
        name: queue,
        policy: queue === 'link' ? 'short' : 'standard',
        retryLimit: MOST_TRIES - 1,
        retryDelay: 0,
        expireInSeconds: EXPIRES_S,
        deadLetter: GIVEN_UP,
      })
  // Whose each job is: pg-boss does not say, and what a killed worker held must not wait until it expires.
  if (!(await isThere(db, HOLDERS_NAME)))
    await sql`create table if not exists ${HOLDERS} (job uuid primary key, worker text not null)`.execute(db)
}

/** Asked first: a role that may only use the queues may not even try to make what is there. */
const isThere = async (db: Db, table: string): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db)
  return rows[0]?.there === true
}

const HOLDERS_NAME = `${QUEUE_SCHEMA}.holders`
const HOLDERS = sql.table(HOLDERS_NAME)
const JOBS = sql.table(`${QUEUE_SCHEMA}.job`)

const queuesOf = (boss: PgBoss, db: Db, worker: string): Queues => ({
  put: async (queue, jobs, priority) => {
    await boss.insert(jobs.map((data) => ({ ...JOB, name: queue, data, priority })))
  },
  askToLink: async (priority) => {
    await boss.send('link', {}, { ...JOB, priority })
  },
  take: (queue) =>
    db.transaction().execute(async (tx) => {
      const [job] = await boss.fetch<object>(queue, { batchSize: 1, db: asBoss(tx) })
      if (job === undefined) return null
      await sql`
        insert into ${HOLDERS} (job, worker) values (${job.id}, ${worker})
        on conflict (job) do update set worker = excluded.worker`.execute(tx)
      return { id: job.id, queue, data: job.data }
    }),
  done: async ({ queue, id }, tx = db) => {
    await boss.complete(queue, id, {}, { db: asBoss(tx) })
    await sql`delete from ${HOLDERS} where job = ${id}`.execute(tx)
  },
  failed: async ({ queue, id }, reason) => {
    await boss.fail(queue, id, { reason })
    await sql`delete from ${HOLDERS} where job = ${id}`.execute(db)
    return (await boss.getJobById(queue, id))?.state === 'failed' ? 'given up' : 'again'
  },
  takeOver: () => takeOver(boss, db),
  waiting: async (queue) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${JOBS} where name = ${queue} and state < 'active'`.execute(db)
    return rows[0]?.n ?? 0
  },
  isEmpty: async () => {
    const { rows } = await sql`
      select from ${JOBS} where name = any(${[...QUEUES]}) and state <= 'active' limit 1`.execute(db)
    return rows.length === 0
  },
  tidy: () => boss.maintain(),
  close: () => boss.stop({ graceful: false, close: false, wait: false }),
})

const JOB = { retryLimit: MOST_TRIES - 1, expireInSeconds: EXPIRES_S, deadLetter: GIVEN_UP }

/** A worker's connection ends with it, however it ends: the server knows at once. */
const takeOver = async (boss: PgBoss, db: Db): Promise<number> => {
  const { rows } = await sql<{ name: string; id: string; worker: string }>`
    select j.name, j.id, h.worker from ${JOBS} j join ${HOLDERS} h on h.job = j.id
     where j.state = 'active' and h.worker not in (select application_name from pg_stat_activity)`.execute(db)
  for (const { name, id, worker } of rows)
    await boss.fail(name, id, { reason: `the worker ${worker} ended on the way` })
  return rows.length
}

/** The store's own connections, or a transaction on one, as pg-boss wants them. */
const asBoss = (db: Db): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
    return { rows: rows as unknown[] }
  },
})
