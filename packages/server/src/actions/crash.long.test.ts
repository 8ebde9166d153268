import { chmod, cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheFolder } from '../sources/cache-folder.ts'
import { type ChildOptions, isBuilt, NOBODY } from '../testing/child.ts'
import { LONG, reportOf, startIngest, verifiedHash } from '../testing/ingests.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'

const COUNT = 60

let folder: string
beforeEach(async () => {
  folder = await testFolder()
  await writeReports(join(folder, 'reports'), COUNT)
})
afterEach(async () => {
  for (const name of ['whole', 'killed', 'shared']) await removeFolder(join(folder, name))
  await removeFolder(folder)
})

const ingest = (data: string, options: ChildOptions = {}) => startIngest(folder, data, options)
const hashOf = (data: string) => verifiedHash(join(folder, data))

describe.runIf(isBuilt)('an ingest', () => {
  it('that is killed on its way leaves nothing half-stored, and goes on to the same record', {
    timeout: LONG,
  }, async () => {
    expect((await ingest('whole').end()).code).toBe(0)
    for (const wait of [0, 60, 250, 600, 900]) {
      const child = ingest('killed')
      await child.line('reading')
      await sleep(wait)
      await child.kill()
    }
    const { output, code } = await ingest('killed').end()
    expect(code, output).toBe(0)
    expect(await hashOf('killed')).toBe(await hashOf('whole'))
  })

  it('by two processes at once comes to the record of one', { timeout: LONG }, async () => {
    await ingest('whole').end()
    const both = [ingest('shared'), ingest('shared')]
    const ends = await Promise.all(both.map((child) => child.end()))
    expect(ends.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0])
    expect(ends.map(reportOf).reduce((total, one) => total + one.new, 0)).toBe(COUNT)
    expect(await hashOf('shared')).toBe(await hashOf('whole'))
  })
})

describe.runIf(isBuilt && process.getuid?.() === 0)('a report that may not be read', () => {
  it('is refused, and the rest is stored', { timeout: LONG }, async () => {
    await chmod(folder, 0o777)
    await chmod(join(folder, 'reports', 'report-00000.txt'), 0o000)
    expect((await stat(join(folder, 'reports'))).mode & 0o005).toBe(0o005)
    // What root keeps of the built-in gazetteer is given along: making it takes longer than all the rest.
    const cache = join(folder, 'cache')
    await cp(cacheFolder(), cache, { recursive: true })
    const end = await ingest('killed', { user: NOBODY, env: { HOME: folder, SIJIL_CACHE: cache } }).end()
    expect(end.code).toBe(1)
    expect(reportOf(end)).toMatchObject({
      new: COUNT - 1,
      refused: 1,
      refusals: [{ name: 'report-00000.txt', code: 'not-readable' }],
    })
  })
})
