import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestPaths } from '../actions/ingest-paths.ts'
import { verifyStore } from '../actions/verify-store.ts'
import { withStore } from '../actions/with-store.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { readPostmaster } from './embedded/postmaster.ts'
import { openStore, type Store } from './open-store.ts'
import { hashOf } from './queries/log.ts'

const COUNT = 120

let folder = ''
beforeEach(async () => {
  folder = await testFolder()
  await writeReports(join(folder, 'reports'), COUNT)
})
afterEach(async () => {
  await removeFolder(join(folder, 'data'))
  await removeFolder(folder)
})

const options = () => ({ data: join(folder, 'data'), databaseUrl: null })
const ingest = (store: Store, onProgress: () => void = () => undefined) =>
  ingestPaths(store, { paths: [join(folder, 'reports')], stdin: null, today: '2024-07-01', concurrency: 0, onProgress })

const expectSound = async (store: Store) => {
  for await (const { holds, text } of verifyStore(store)) expect(holds, text).toBe(true)
}

const postmaster = async () => {
  const path = join(folder, 'data', 'cluster')
  const running = await readPostmaster((await readFile(`${path}.path`, 'utf8').catch(() => null)) ?? path)
  if (running === null) throw new Error('no server runs')
  return running
}

/** All connections that are left. */
const takeAll = async (): Promise<readonly pg.Client[]> => {
  const { socket, port } = await postmaster()
  const password = await readFile(join(folder, 'data', 'secret'), 'utf8')
  const taken: pg.Client[] = []
  for (;;) {
    const client = new pg.Client({ host: socket, port, user: 'sijil', password, database: 'sijil' })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch {
      return taken
    }
    taken.push(client)
  }
}

describe('when something around the store fails', () => {
  it('a server without connections left is told, and all goes on when there are some', {
    timeout: 120_000,
  }, async () => {
    const first = await openStore(options())
    const taken = await takeAll()
    const told = { code: 'no-connections-left', mend: expect.stringContaining('goes on') }
    await expect(openStore(options())).rejects.toMatchObject(told)
    await expect(withStore(options(), ingest)).rejects.toMatchObject(told)
    for (const client of taken) await client.end()
    expect((await withStore(options(), ingest)).new).toBe(COUNT)
    await first.close()
  })

  it('a server that is stopped under way is told, and nothing acknowledged is lost', { timeout: 120_000 }, async () => {
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= postmaster().then(async ({ pid }) => {
        process.kill(pid, 'SIGINT')
        await sleep(500)
      })
    }
    await expect(withStore(options(), (store) => ingest(store, stop))).rejects.toMatchObject({
      code: 'connection-lost',
      mend: expect.stringContaining('goes on'),
    })
    await stopped
    await withStore(options(), async (store) => {
      const again = await ingest(store)
      expect(again.new).toBeLessThan(COUNT)
      expect(again.new + again.known).toBe(COUNT)
      await expectSound(store)
    })
  })

  it('a clock that was set back leaves a log that holds', { timeout: 120_000 }, async () => {
    await withStore(options(), async (store) => {
      const at = '2999-01-01T00:00:00.000Z'
      const entry = {
        seq: 1,
        at,
        kind: 'places',
        body: '{"documents":{},"gazetteer":"none"}',
        previous: '0'.repeat(64),
      }
      await store.db
        .insertInto('log')
        .values({ ...entry, hash: hashOf(entry) })
        .execute()
      expect((await ingest(store)).new).toBe(COUNT)
      const entries = await store.db.selectFrom('log').select(['seq', 'at']).orderBy('seq').execute()
      expect(entries.length).toBeGreaterThan(1)
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
      expect(entries.at(-1)?.at.localeCompare(at)).toBe(-1)
      await expectSound(store)
    })
  })
})
