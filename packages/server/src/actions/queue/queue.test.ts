import { join } from 'node:path'
import { statusRecordSchema } from '@sijil/core/contract/status-record.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMetrics, serveMetrics } from '../../jobs/metrics.ts'
import { MAKER } from '../../jobs/read-batch.ts'
import { openQueues, PRIORITY } from '../../store/queues.ts'
import { LONG } from '../../testing/ingests.ts'
import { plainHash, problemsOf } from '../../testing/plain-record.ts'
import { writeVariedReports } from '../../testing/reports.ts'
import { removeFolder, STORES, type TestStore, testFolder } from '../../testing/test-store.ts'
import { recordHash } from '../record-hash.ts'
import { showImport } from '../show-import.ts'
import { showStatus } from '../show-status.ts'
import { queuePlacing, queueReread } from './queue-documents.ts'
import { queuePaths } from './queue-paths.ts'
import { runWorker } from './run-worker.ts'

const REPORTS = 60
const today = () => '2024-07-01'

let folder: string
beforeAll(async () => {
  folder = await testFolder()
  await writeVariedReports(join(folder, 'reports'), REPORTS)
})
afterAll(() => removeFolder(folder))

const reports = () => [join(folder, 'reports')]

describe.each(STORES)('the queues, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.remove())

  it('deliver a job once, those of a person first, and what fails too often with its reason', async () => {
    const queues = await openQueues(test.store)
    await queues.put('extract', [{ n: 1 }, { n: 2 }], PRIORITY.backfill)
    await queues.put('extract', [{ n: 3 }], PRIORITY.person)
    await queues.askToLink(0)
    await queues.askToLink(0)
    expect(await queues.waiting('link')).toBe(1)
    const taken = [await queues.take('extract'), await queues.take('extract'), await queues.take('extract')]
    expect(taken.map((job) => job?.data)).toEqual([{ n: 3 }, { n: expect.any(Number) }, { n: expect.any(Number) }])
    expect(await queues.take('extract')).toBeNull()
    expect(await queues.takeOver()).toBe(0)
    const [first, second, third] = taken
    if (first == null || second == null || third == null) throw new Error('a job is missing')
    await queues.done(first)
    // Done with the transaction, or not at all.
    const undone = test.store.db.transaction().execute(async (tx) => {
      await queues.done(second, tx)
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    await queues.done(second)
    let given = ''
    for (let tries = 1; given !== 'given up'; tries++) {
      expect(tries).toBeLessThanOrEqual(5)
      given = await queues.failed(third, 'the mill burnt down')
      if (given === 'again') expect((await queues.take('extract'))?.id).toBe(third.id)
    }
    const link = await queues.take('link')
    if (link !== null) await queues.done(link)
    expect(await queues.isEmpty()).toBe(true)
    const status = statusRecordSchema.parse(await showStatus(test.store))
    expect(status.queues[1]).toMatchObject({ queue: 'extract', waiting: 0, active: 0, done: 2, failed: 1 })
    expect(status.failures).toMatchObject([{ queue: 'extract', reason: 'the mill burnt down' }])
    await queues.close()
  })
})

describe.each(STORES)('workers, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.remove())

  it('make the same record as one process does, and end the import', { timeout: LONG }, async () => {
    const missing = join(folder, 'nowhere.txt')
    const queued = await queuePaths(test.store, { paths: [...reports(), missing], stdin: null, priority: 'person' })
    expect(queued).toMatchObject({ inputs: REPORTS, refused: 1 })
    expect((await showImport(test.store, queued.import)).outcome).toBe('running')
    await Promise.all([0, 1].map(() => runWorker(test.store, { today, lanes: 2, untilEmpty: true })))
    expect(await problemsOf(test)).toEqual([])
    expect(await recordHash(test.store)).toBe(await plainHash(open, reports(), today()))
    expect(await showImport(test.store, queued.import)).toMatchObject({ outcome: 'done', new: REPORTS, refused: 1 })
    expect((await showStatus(test.store)).toLink).toBe(0)
  })

  it('find everything known the second time', { timeout: LONG }, async () => {
    const { import: id } = await queuePaths(test.store, { paths: reports(), stdin: null, priority: 'backfill' })
    await runWorker(test.store, { today, untilEmpty: true })
    expect(await showImport(test.store, id)).toMatchObject({ outcome: 'done', new: 0, known: REPORTS })
  })

  it('place and read anew what is stored, which changes nothing by the same rules', { timeout: LONG }, async () => {
    const before = await recordHash(test.store)
    expect(await queueReread(test.store)).toBe(0)
    await sql`update readings set maker = 'extract 0'`.execute(test.store.db)
    expect(await queueReread(test.store)).toBe(REPORTS)
    expect(await queuePlacing(test.store)).toBe(REPORTS)
    await runWorker(test.store, { today, untilEmpty: true })
    const { rows } = await sql<{ maker: string }>`select distinct maker from readings`.execute(test.store.db)
    expect(rows).toEqual([{ maker: MAKER }])
    expect(await recordHash(test.store)).toBe(before)
    expect(await problemsOf(test)).toEqual([])
  })

  it('say in the ledger what they had to give up', { timeout: LONG }, async () => {
    const queues = await openQueues(test.store)
    const { import: id } = await queuePaths(test.store, { paths: [], stdin: null, priority: 'person' })
    const item = { name: 'lost.txt', sha256: 'f'.repeat(64), mediaType: null, url: null }
    await sql`update imports set batches = 1, outcome = 'running' where id = ${id}`.execute(test.store.db)
    await queues.put('ingest', [{ import: id, collection: null, priority: 0, items: [item] }], 0)
    await queues.close()
    await runWorker(test.store, { today, untilEmpty: true })
    const { outcome, refusals } = await showImport(test.store, id)
    expect(outcome).toBe('done')
    expect(refusals).toMatchObject([
      { name: 'lost.txt', code: 'given-up', text: expect.stringContaining('sijil retry') },
    ])
  })

  it('tell Prometheus', async () => {
    const metrics = makeMetrics(() => showStatus(test.store))
    metrics.jobDone('ingest', 120)
    const server = await serveMetrics(metrics, 0)
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    server.close()
    server.closeAllConnections()
    expect(text).toMatch(/^sijil_job_seconds_count\{queue="ingest"\} 1$/m)
    expect(text).toMatch(/^sijil_jobs\{queue="ingest",state="failed"\} 1$/m)
  })
})
