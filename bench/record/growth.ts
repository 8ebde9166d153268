/**
 * A record that grows: made documents ingested in one stream, then multiplied below the text stages; the rate at the end
 * against that at the beginning, the disk a document takes against its text, and how long pages and searches take, alone and
 * while more is ingested. Run after `npm run build`, on the server that SIJIL_TEST_DATABASE_URL names, else on the built-in:
 *
 *   npx tsx --conditions=source bench/record/growth.ts [DOCUMENTS = 200000] [CLAIMS = 5000000]
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { findClaims } from '../../packages/server/src/actions/find-claims.ts'
import { findDocuments } from '../../packages/server/src/actions/find-documents.ts'
import { findIncidents } from '../../packages/server/src/actions/find-incidents.ts'
import { type Store, withStore } from '../../packages/server/src/actions/with-store.ts'
import { startSijil } from '../../packages/server/src/testing/child.ts'
import { ask, onOneConnection } from '../../packages/server/src/testing/raw-sql.ts'
import { makeDatabase, removeFolder, serverIsThere, testFolder } from '../../packages/server/src/testing/test-store.ts'
import { makeRandom } from '../world/random.ts'
import { madeDocuments } from './made-documents.ts'
import { multiply } from './multiply.ts'

const BARS = { rate: 0.75, disk: 3, page: 100, search: 200, busy: 2 }
const CLONES = 3
const [documents = 200_000, claims = 5_000_000] = process.argv.slice(2).map(Number)
const folder = await testFolder()
const data = join(folder, 'data')
const database = serverIsThere ? await makeDatabase() : null
const store = { data, databaseUrl: database?.url ?? null }
let failed = false

const tell = (what: string, value: number, bar: number, holds: boolean, unit = ''): void => {
  console.log(`${what}: ${value.toFixed(2)}${unit} (bar ${bar}${unit}) ${holds ? 'ok' : 'MISSED'}`)
  if (!holds) failed = true
}

/** `sijil ingest -`, fed as fast as it reads. */
const ingest = async (made: Iterable<object>): Promise<void> => {
  const child = startSijil(['ingest', '-', '--data', data], { env: { DATABASE_URL: store.databaseUrl ?? '' } })
  const { stdin } = child.process
  for (const one of made) if (stdin?.write(`${JSON.stringify(one)}\n`) === false) await once(stdin, 'drain')
  const { code, output } = await child.end()
  if (code !== 0) throw new Error(output)
}

/** Seconds that a stretch of the documents took to be stored. */
const secondsOf = async (open: Store, from: number, to: number): Promise<number> => {
  const [found] = await ask<{ s: number }>(
    open,
    `select extract(epoch from max(added_at) - min(added_at))::float8 as s from documents
      where seq > ${from} and seq <= ${to}`,
  )
  return found?.s ?? Number.NaN
}

const bytesOf = async (open: Store) => {
  const [found] = await ask<{ disk: number; text: number; documents: number; claims: number }>(
    open,
    `select (select sum(pg_total_relation_size(oid)) from pg_class
             where relnamespace = 'sijil'::regnamespace and relkind = 'r')::float8 as disk,
           (select sum(octet_length(content)) from texts)::float8 as text,
           (select count(*)::int from documents) as documents, (select count(*)::int from claims) as claims`,
  )
  if (found === undefined) throw new Error('the server does not answer')
  return found
}

const random = makeRandom(3)
const WORDS = [
  'hospital',
  'minister',
  'market shelling',
  'airstrike village',
  'hurricane',
  'election result',
  'court',
  '"police said"',
  'bridge',
  'school children',
  'football',
  'parliament',
]
const PLACES = ['ZW District 3', 'ZW District 11', 'Reetas']

const PAGES: Readonly<Record<string, (open: Store) => Promise<unknown>>> = {
  incidents: (open) => findIncidents(open, { from: '2022-03-01', to: '2022-06-01' }, { sort: 'newest' }),
  'incidents by number': (open) => findIncidents(open, { minKilled: 5 }, { sort: 'deadliest' }),
  'incidents by place': (open) => findIncidents(open, { place: random.pick(PLACES) }),
  'incidents in a box': (open) => findIncidents(open, { bbox: [20, 10, 20.2, 10.2] }),
  claims: (open) => findClaims(open, { metric: 'killed', min: 3 }, { sort: 'newest' }),
  documents: (open) => findDocuments(open, {}, { sort: 'published' }),
}
const SEARCHES: Readonly<Record<string, (open: Store) => Promise<unknown>>> = {
  'words of documents': (open) => findDocuments(open, { search: random.pick(WORDS) }, { sort: 'newest' }),
  'words of incidents': (open) => findIncidents(open, { search: random.pick(WORDS) }, { sort: 'newest' }),
  'words of claims': (open) => findClaims(open, { search: 'airstrike residents' }, { sort: 'newest' }),
}

/** The 95th percentile of how long each question takes, in milliseconds, after a few to warm up. */
const p95 = async (open: Store, questions: typeof PAGES, times: number): Promise<number> => {
  const took: number[] = []
  for (const [name, ask] of Object.entries(questions)) {
    const own: number[] = []
    for (let n = -3; n < times; n++) {
      const started = performance.now()
      await ask(open)
      if (n >= 0) own.push(performance.now() - started)
    }
    console.log(`  ${name}: p95 ${percentile(own).toFixed(1)} ms`)
    took.push(...own)
  }
  return percentile(took)
}
const percentile = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

const ROUNDS = 40
await ingest(madeDocuments(documents))
const before = await withStore(store, async (open) => {
  const part = Math.floor(documents / 10)
  const first = await secondsOf(open, 0, part)
  const last = await secondsOf(open, documents - part, documents)
  console.log(
    `${documents} documents; ${(part / first).toFixed(0)} a second at first, ${(part / last).toFixed(0)} at last`,
  )
  tell('rate at last against at first', first / last, BARS.rate, first / last >= BARS.rate)
  return bytesOf(open)
})
await withStore(store, async (open) => {
  await multiply(open, Math.max(1, Math.round(claims / CLONES / before.claims)), CLONES)
  await onOneConnection(open, (run) => run('vacuum (analyze)'))
})
await withStore(store, async (open) => {
  const now = await bytesOf(open)
  console.log(
    `${now.documents} documents, ${now.claims} claims, ${(now.disk / 1e9).toFixed(2)} GB; ${(now.disk / now.documents / 1000).toFixed(1)} kB a document of ${(now.text / now.documents / 1000).toFixed(1)} kB`,
  )
  tell('disk against text', now.disk / now.text, BARS.disk, now.disk / now.text <= BARS.disk)
  const page = await p95(open, PAGES, ROUNDS)
  tell('pages, p95', page, BARS.page, page <= BARS.page, ' ms')
  const search = await p95(open, SEARCHES, ROUNDS)
  tell('searches, p95', search, BARS.search, search <= BARS.search, ' ms')
  const busy = ingest(madeDocuments(2000, 99))
  const pageBusy = await p95(open, PAGES, ROUNDS)
  const searchBusy = await p95(open, SEARCHES, ROUNDS)
  await busy
  tell('pages while ingesting, p95', pageBusy, BARS.page * BARS.busy, pageBusy <= BARS.page * BARS.busy, ' ms')
  tell(
    'searches while ingesting, p95',
    searchBusy,
    BARS.search * BARS.busy,
    searchBusy <= BARS.search * BARS.busy,
    ' ms',
  )
})
await database?.drop()
await removeFolder(data)
await removeFolder(folder)
if (failed) process.exitCode = 1
