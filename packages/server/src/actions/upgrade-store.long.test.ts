import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolderAt } from '../store/data-folder.ts'
import { programs } from '../store/embedded/binaries.ts'
import { majorOf, upgradedOf } from '../store/embedded/cluster.ts'
import { openBuiltIn } from '../store/open-store.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { ingestPaths } from './ingest-paths.ts'
import { recordHash } from './record-hash.ts'
import { upgradeStore } from './upgrade-store.ts'
import { withStore } from './with-store.ts'

/** Where Debian and its kin keep an earlier PostgreSQL. */
const OLD = ['17', '16', '15', '14']
  .map((major) => ({ major, home: `/usr/lib/postgresql/${major}` }))
  .find(({ home }) => existsSync(join(home, 'bin', 'initdb')))
if (OLD === undefined) console.info('no earlier PostgreSQL is on this machine: moving a store from one was not tested')

let folder = ''
beforeEach(async () => {
  folder = await testFolder()
})
afterEach(async () => {
  await removeFolder(join(folder, 'data'))
  await removeFolder(folder)
})

describe.runIf(OLD !== undefined)('a store of an earlier PostgreSQL', () => {
  const { major = '', home = '' } = OLD ?? {}
  const programsThere = { from: 'folder', folder: home } as const
  const options = () => ({ data: join(folder, 'data'), databaseUrl: null })
  const data = () => dataFolderAt(options().data)

  const madeByOld = async (): Promise<string> => {
    await writeReports(join(folder, 'reports'), 8)
    const store = await openBuiltIn(data(), programs(home, major))
    try {
      await ingestPaths(store, { paths: [join(folder, 'reports')], stdin: null, today: '2024-07-01' })
      return await recordHash(store)
    } finally {
      await store.close()
    }
  }

  it('is moved, the record the same, the old files kept; a second run changes nothing', async () => {
    const before = await madeByOld()
    await expect(withStore(options(), recordHash)).rejects.toMatchObject({
      code: 'other-major',
      mend: expect.stringContaining('sijil upgrade'),
    })
    await expect(upgradeStore(data(), { programs: { from: 'nowhere' } })).rejects.toMatchObject({
      code: 'old-programs-needed',
      mend: expect.stringContaining('--download'),
    })
    await expect(upgradeStore(data(), { programs: { from: 'folder', folder } })).rejects.toMatchObject({
      code: 'wrong-programs',
    })
    const done = await upgradeStore(data(), { programs: programsThere })
    expect(done).toMatchObject({ from: major, to: '18' })
    expect(await majorOf({ path: done.kept ?? '' })).toBe(major)
    expect(await withStore(options(), recordHash)).toBe(before)
    expect((await upgradeStore(data(), { programs: { from: 'nowhere' } })).kept).toBeNull()
  }, 240_000)

  it('of which the moving was cut short before the last step is whole, and no empty one is made in its place', async () => {
    const before = await madeByOld()
    const { kept } = await upgradeStore(data(), { programs: programsThere })
    const path = (kept ?? '').replace(/\.before$/, '')
    await rename(path, upgradedOf(path))
    await expect(withStore(options(), recordHash)).rejects.toMatchObject({ code: 'upgrade-cut-short' })
    expect(await upgradeStore(data(), { programs: { from: 'nowhere' } })).toMatchObject({ from: major, kept })
    expect(await withStore(options(), recordHash)).toBe(before)
  }, 240_000)
})
