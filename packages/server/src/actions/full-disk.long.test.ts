import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../store/open-store.ts'
import { type ChildOptions, isBuilt } from '../testing/child.ts'
import { LONG, reportOf, startIngest, verifiedHash } from '../testing/ingests.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { listDocuments } from './list-documents.ts'
import { withStore } from './with-store.ts'

const COUNT = 100

let folder: string
beforeEach(async () => {
  folder = await testFolder()
  await writeReports(join(folder, 'reports'), COUNT)
})
afterEach(async () => {
  for (const name of ['killed']) await removeFolder(join(folder, name))
  await removeFolder(folder)
})

const ingest = (data: string, options: ChildOptions = {}, reports = 'reports') =>
  startIngest(folder, data, options, reports)
const hashOf = (data: string) => verifiedHash(join(folder, data))

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
