import type { StatusRecord } from '@sijil/core/contract/status-record.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { QUEUE_SCHEMA, QUEUES } from '../queues.ts'

const JOBS = sql.table(`${QUEUE_SCHEMA}.job`)

type QueueStatus = StatusRecord['queues'][number]

/** The state of each queue; all empty where none was ever used. */
export const queueStatus = async (db: Db): Promise<readonly QueueStatus[]> => {
  const counted = (await hasQueues(db)) ? await countJobs(db) : []
  const empty = { waiting: 0, active: 0, done: 0, perMinute: 0, lag: null, failed: 0 }
  return QUEUES.map((queue) => counted.find((one) => one.queue === queue) ?? { queue, ...empty })
}

const hasQueues = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${QUEUE_SCHEMA}.job`}) is not null as there`.execute(db)
  return rows[0]?.there === true
}

const countJobs = async (db: Db): Promise<readonly QueueStatus[]> => {
  const { rows } = await sql<QueueStatus>`
    select name as queue,
           (count(*) filter (where state < 'active'))::int as waiting,
           (count(*) filter (where state = 'active'))::int as active,
           (count(*) filter (where state = 'completed' and completed_on > now() - interval '1 hour'))::int as done,
           (count(*) filter (where state = 'completed' and completed_on > now() - interval '5 minutes') / 5.0)::float8
             as "perMinute",
           extract(epoch from now() - min(created_on) filter (where state < 'active'))::float8 as lag,
           (count(*) filter (where state = 'failed'))::int as failed
      from ${JOBS} group by name`.execute(db)
  return rows
}

/** The last jobs that were given up. */
export const lastFailures = async (db: Db, size: number): Promise<StatusRecord['failures']> => {
  if (!(await hasQueues(db))) return []
  const { rows } = await sql<StatusRecord['failures'][number]>`
    select name as queue, completed_on as at, coalesce(output->>'reason', output::text, '') as reason from ${JOBS}
     where state = 'failed' and name = any(${[...QUEUES]}) order by completed_on desc limit ${size}`.execute(db)
  return rows.map(({ queue, at, reason }) => ({ queue, at, reason }))
}

/** The processes of Sijil that are connected to this database. */
export const connectedProcesses = async (db: Db): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct application_name as name from pg_stat_activity
     where datname = current_database() and application_name like 'sijil %' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Imports under way. */
export const runningImports = async (db: Db): Promise<StatusRecord['imports']> => {
  const { rows } = await sql<StatusRecord['imports'][number]>`
    select id, batches, batches_handled as handled from imports where outcome = 'running' order by id`.execute(db)
  return [...rows]
}
