import { chown, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { builtInStores } from '../../testing/built-in-stores.ts'
import { NOBODY, startChild } from '../../testing/child.ts'
import { openStore } from '../open-store.ts'
import { readPostmaster } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const { folder, open, clusterOf, serverPid } = builtInStores()

describe('the built-in server', () => {
  it('is made in a folder that is not there, whatever its name, and found again', async () => {
    const name = 'a place with spaces ومكان'
    const first = await open(name)
    await first.db.insertInto('texts').values({ id: 'a', content: 'قرية' }).execute()
    await first.close()
    expect(await serverPid(name)).toBeNull()
    const second = await open(name)
    expect(await second.db.selectFrom('texts').select(['id', 'content']).execute()).toEqual([
      { id: 'a', content: 'قرية' },
    ])
    await second.close()
  })

  it('is shared by all who are there and stopped by the last', async () => {
    const first = await open()
    const pid = await serverPid()
    const other = startChild('hold-store', [join(folder(), 'data')])
    await other.line('wrote')
    await first.close()
    expect(await serverPid()).toBe(pid)
    expect((await other.end()).code).toBe(0)
    expect(await serverPid()).toBeNull()
  })

  it('refuses files of another major version and says the way out', async () => {
    await (await open()).close()
    await writeFile(join(await clusterOf(), 'PG_VERSION'), '16\n')
    await expect(open()).rejects.toMatchObject({
      kind: 'store',
      code: 'other-major',
      what: expect.stringContaining('PostgreSQL 16'),
      mend: expect.stringContaining('sijil upgrade'),
    })
  })

  it('refuses a schema that a newer Sijil wrote', async () => {
    const store = await open()
    const step = { name: '999999-later', timestamp: '2030-01-01' }
    await store.db
      .withSchema('sijil')
      .insertInto('kysely_migration' as never)
      .values(step as never)
      .execute()
    await store.close()
    await expect(open()).rejects.toMatchObject({ code: 'newer-store', what: expect.stringContaining('999999-later') })
  })

  it('refuses a data folder that is a file', async () => {
    await writeFile(join(folder(), 'data'), '')
    await expect(open()).rejects.toMatchObject({ kind: 'store', code: 'not-a-data-folder' })
  })

  it.runIf(process.platform === 'linux')('refuses a folder that no one can make', async () => {
    const opening = openStore({ data: '/proc/nowhere/data', databaseUrl: null })
    await expect(opening).rejects.toMatchObject({ kind: 'store', code: 'folder-not-writable' })
  })

  it('keeps its files and its socket to itself', async () => {
    const store = await open()
    const cluster = await clusterOf()
    expect((await stat(cluster)).mode & 0o777).toBe(0o700)
    const { socket } = (await readPostmaster(cluster)) ?? { socket: '' }
    expect((await stat(socket)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder(), 'data', 'secret'))).mode & 0o777).toBe(0o600)
    await store.close()
    await expect(stat(socket)).rejects.toThrow('ENOENT')
  })

  it('writes to the disk before it acknowledges', async () => {
    const store = await open()
    const { rows } = await sql`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
             current_setting('full_page_writes') as full`.execute(store.db)
    expect(rows).toEqual([{ fsync: 'on', commit: 'on', full: 'on' }])
    await store.close()
  })
})

describe.runIf(isRoot)('as root', () => {
  it('tells a user who may not write there', async () => {
    await mkdir(join(folder(), 'data'))
    await chown(join(folder(), 'data'), 0, 0)
    const child = startChild('hold-store', [join(folder(), 'data')], { user: NOBODY })
    await child.line('problem folder-not-writable')
    expect((await child.end()).code).toBe(3)
  })
})
