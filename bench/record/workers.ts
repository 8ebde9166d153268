/**
 * Four worker processes on one server against one, on the same made documents: how much faster, and whether they make the
 * same record. Run after `npm run build`, on the server that SIJIL_TEST_DATABASE_URL names:
 *
 *   npx tsx --conditions=source bench/record/workers.ts [DOCUMENTS = 4000] [WORKERS = 4]
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { queuePaths } from '../../packages/server/src/actions/queue/queue-paths.ts'
import { recordHash } from '../../packages/server/src/actions/record-hash.ts'
import { withStore } from '../../packages/server/src/actions/with-store.ts'
import { startSijil } from '../../packages/server/src/testing/child.ts'
import { makeDatabase, removeFolder, testFolder } from '../../packages/server/src/testing/test-store.ts'
import { madeDocuments } from './made-documents.ts'

const BAR = 1.7
const [documents = 4000, most = 4] = process.argv.slice(2).map(Number)
const folder = await testFolder()
const file = join(folder, 'made.jsonl')
await writeFile(file, [...madeDocuments(documents)].map((one) => `${JSON.stringify(one)}\n`).join(''))

const run = async (workers: number) => {
  const { url, drop } = await makeDatabase()
  const data = join(folder, `data-${workers}`)
  const store = { data, databaseUrl: url }
  await withStore(store, (open) => queuePaths(open, { paths: [file], stdin: null, priority: 'backfill' }))
  const started = performance.now()
  const children = Array.from({ length: workers }, () =>
    startSijil(['worker', '--until-empty', '--data', data], { env: { DATABASE_URL: url } }),
  )
  const ends = await Promise.all(children.map((child) => child.end()))
  for (const { code, output } of ends) if (code !== 0) throw new Error(output)
  const seconds = (performance.now() - started) / 1000
  const hash = await withStore(store, recordHash)
  await drop()
  return { seconds, hash }
}

const one = await run(1)
const many = await run(most)
await removeFolder(folder)
const ratio = one.seconds / many.seconds
console.log(`1 worker: ${one.seconds.toFixed(1)} s, ${(documents / one.seconds).toFixed(0)} documents/s`)
console.log(`${most} workers: ${many.seconds.toFixed(1)} s, ${(documents / many.seconds).toFixed(0)} documents/s`)
console.log(`${ratio.toFixed(2)} times (bar ${BAR}); the same record by hash: ${one.hash === many.hash ? 'yes' : 'NO'}`)
if (ratio < BAR || one.hash !== many.hash) process.exitCode = 1
