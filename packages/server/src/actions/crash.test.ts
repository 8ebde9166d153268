import { execFileSync } from 'node:child_process'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { type ChildOptions, isBuilt, NOBODY, startSijil } from '../testing/child.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { listDocuments } from './list-documents.ts'
import { recordHash } from './record-hash.ts'
import { verifyStore } from './verify-store.ts'
import { withStore } from './with-store.ts'

const COUNT = 100

let folder: string
beforeEach(async () => {
  folder = await testFolder()
  await writeReports(join(folder, 'reports'), COUNT)
})
afterEach(async () => {
  for (const name of ['whole', 'killed', 'shared']) await removeFolder(join(folder, name))
  await removeFolder(folder)
})

const ingest = (data: string, options: ChildOptions = {}, reports = 'reports') =>
  startSijil(['ingest', join(folder, reports), '--data', join(folder, data), '--json'], options)

/** What an ingest that ended told of itself. */
const reportOf = ({ output }: { readonly output: string }) => {
  const line = output.split('\n').find((one) => one.startsWith('{'))
  return JSON.parse(line ?? 'null') as IngestReport
}

const hashOf = (data: string) =>
  withStore({ data: join(folder, data), databaseUrl: null }, async (store) => {
    for await (const finding of verifyStore(store)) expect(finding).toMatchObject({ holds: true })
    return recordHash(store)
  })

/** Patience for tests that start many processes on a busy machine. */
const LONG = 240_000

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

const canMount = (() => {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false
  try {
    const probe = execFileSync('mktemp', ['-d']).toString().trim()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe])
    execFileSync('umount', [probe])
    return true
  } catch {
    return false
  }
})()

describe.runIf(canMount && isBuilt)('a full disk', () => {
  const grow = (size: string) => execFileSync('mount', ['-o', `remount,size=${size}`, join(folder, 'disk')])
  beforeEach(async () => {
    await mkdir(join(folder, 'disk'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', join(folder, 'disk')])
  })
  afterEach(async () => {
    await removeFolder(join(folder, 'disk', 'data'))
    execFileSync('umount', ['-l', join(folder, 'disk')])
  })

  it('is told when the store is made, and the store is made once there is room', { timeout: LONG }, async () => {
    const { code, output } = await ingest('disk/data').end()
    expect(output).toContain('the disk that holds the store is full')
    expect(code).toBe(3)
    grow('400m')
    expect(reportOf(await ingest('disk/data').end()).new).toBe(COUNT)
  })

  it('is told in the middle, loses nothing acknowledged, and the import goes on once there is room', {
    timeout: LONG,
  }, async () => {
    grow('400m')
    await writeReports(join(folder, 'first'), 20, 5000)
    expect((await ingest('disk/data', {}, 'first').end()).code).toBe(0)
    const used = Number(
      execFileSync('du', ['-sm', join(folder, 'disk')])
        .toString()
        .split('\t')[0],
    )
    grow(`${used + 1}m`)
    const { code, output } = await ingest('disk/data').end()
    expect(output).toContain('the disk that holds the store is full')
    expect(code).toBe(3)
    grow('400m')
    await withStore({ data: join(folder, 'disk/data'), databaseUrl: null }, async (store) => {
      const names: string[] = []
      for await (const { doc } of listDocuments(store)) names.push(doc)
      expect(names.filter((name) => name.startsWith('report-05'))).toHaveLength(20)
    })
    const again = reportOf(await ingest('disk/data').end())
    expect(again.new + again.known).toBe(COUNT)
    await hashOf('disk/data')
  })
})

describe.runIf(isBuilt && process.platform !== 'win32')('a limit of file sizes', () => {
  it('is told, and the import goes on without it', { timeout: LONG }, async () => {
    await (await openStore({ data: join(folder, 'killed'), databaseUrl: null })).close()
    const child = ingest('killed', { before: 'ulimit -f 600' })
    const { code, output } = await child.end()
    expect(output).toMatch(/may not grow any further|is full|the server went away|did not start/)
    expect(code).toBe(3)
    expect((await ingest('killed').end()).code).toBe(0)
    await hashOf('killed')
  })
})

describe.runIf(isBuilt && process.getuid?.() === 0)('a report that may not be read', () => {
  it('is refused, and the rest is stored', { timeout: LONG }, async () => {
    await chmod(folder, 0o777)
    await chmod(join(folder, 'reports', 'report-00000.txt'), 0o000)
    expect((await stat(join(folder, 'reports'))).mode & 0o005).toBe(0o005)
    const end = await ingest('killed', { user: NOBODY, env: { HOME: folder } }).end()
    expect(end.code).toBe(1)
    expect(reportOf(end)).toMatchObject({
      new: COUNT - 1,
      refused: 1,
      refusals: [{ name: 'report-00000.txt', code: 'not-readable' }],
    })
  })
})
