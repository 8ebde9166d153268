/**
 * Many jobs over four worker processes of which one is killed again and again: each must be done exactly once in effect, and
 * what a killed one held must be taken over soon. Run after `npm run build`, on the server that SIJIL_TEST_DATABASE_URL
 * names:
 *
 *   npx tsx --conditions=source bench/record/jobs.ts [JOBS = 5000] [KILLS = 30]
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sha256Hex } from '../../packages/core/src/model/hash.ts'
import { showStatus } from '../../packages/server/src/actions/show-status.ts'
import { verifyStore } from '../../packages/server/src/actions/verify-store.ts'
import { type Store, withStore } from '../../packages/server/src/actions/with-store.ts'
import { allQueued, beginImport } from '../../packages/server/src/store/queries/imports.ts'
import { openQueues } from '../../packages/server/src/store/queues.ts'
import { type Child, startSijil } from '../../packages/server/src/testing/child.ts'
import { ask } from '../../packages/server/src/testing/raw-sql.ts'
import { makeDatabase, removeFolder, testFolder } from '../../packages/server/src/testing/test-store.ts'
import { madeDocuments } from './made-documents.ts'

const BAR_S = 60
const WORKERS = 4
const [jobs = 5000, kills = 30] = process.argv.slice(2).map(Number)
const folder = await testFolder()
const data = join(folder, 'data')
const { url, drop } = await makeDatabase()
const start = (): Child => startSijil(['worker', '--until-empty', '--data', data], { env: { DATABASE_URL: url } })

/** A report a job: so what a job did can be counted. */
const queueAll = async (store: Store): Promise<number> => {
  const queues = await openQueues(store)
  const id = await beginImport(store.db, ['made'], store.name)
  let n = 0
  for (const { outlet, published, text } of madeDocuments(jobs)) {
    n++
    // A reprint of an outlet's own report on the same day would be the same document.
    const bytes = Buffer.from(`Outlet: ${outlet}\nPublished: ${published}\n\n${text}\n\nNumber ${n} of the day.`)
    const sha256 = sha256Hex(bytes)
    await store.raw.write(sha256, bytes)
    const items = [{ name: `made-${n}.txt`, sha256, mediaType: null, url: null }]
    await queues.put('ingest', [{ import: id, collection: null, priority: 0, items }], 0)
  }
  await allQueued(store.db, id, jobs)
  await queues.close()
  return id
}

/** The longest that a job lay in the hands of a worker that was gone. */
let slowest = 0
const watch = async (store: Store, over: () => boolean): Promise<void> => {
  const since = new Map<string, number>()
  while (!over()) {
    const rows = await ask<{ job: string }>(
      store,
      `select h.job::text as job from sijil_queues.holders h join sijil_queues.job j on j.id = h.job
       where j.state = 'active' and h.worker not in (select application_name from pg_stat_activity)`,
    )
    const lost = new Set(rows.map(({ job }) => job))
    for (const job of lost) if (!since.has(job)) since.set(job, performance.now())
    for (const [job, at] of since) {
      slowest = Math.max(slowest, (performance.now() - at) / 1000)
      if (!lost.has(job)) since.delete(job)
    }
    await sleep(200)
  }
}

await withStore({ data, databaseUrl: url }, async (store) => {
  const id = await queueAll(store)
  const started = performance.now()
  let done = false
  const watching = watch(store, () => done)
  const workers = Array.from({ length: WORKERS }, start)
  for (let n = 0; n < kills; n++) {
    await sleep(500 + Math.random() * 2500)
    const at = n % WORKERS
    await workers[at]?.kill()
    workers[at] = start()
  }
  for (const child of workers) await child.end()
  // A worker that ended while another held the last job may have left it.
  await start().end()
  done = true
  await watching
  const rows = await ask<{ documents: number; items: number; handled: number }>(
    store,
    `select (select count(*)::int from documents) as documents,
           (select count(*)::int from import_items where outcome = 'new') as items,
           (select batches_handled from imports where id = ${id}) as handled`,
  )
  const status = await showStatus(store)
  const problems: string[] = []
  for await (const { holds, text } of verifyStore(store)) if (!holds) problems.push(text)
  const once = rows[0]?.documents === jobs && rows[0]?.items === jobs && rows[0]?.handled === jobs
  console.log(`${jobs} jobs, ${kills} kills, ${((performance.now() - started) / 1000).toFixed(0)} s`)
  console.log(
    `each exactly once in effect: ${once ? 'yes' : `NO ${JSON.stringify(rows[0])}`}; given up: ${status.failures.length}`,
  )
  console.log(
    `slowest taking over: ${slowest.toFixed(1)} s (bar ${BAR_S}); verify: ${problems.length === 0 ? 'holds' : problems.join('; ')}`,
  )
  if (!once || slowest > BAR_S || problems.length > 0 || status.failures.length > 0) process.exitCode = 1
})
await drop()
await removeFolder(folder)
