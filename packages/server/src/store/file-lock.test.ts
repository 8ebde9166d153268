import { readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { withFileLock } from './file-lock.ts'

let folder: string
beforeEach(async () => {
  folder = await testFolder()
})
afterEach(() => removeFolder(folder))

const holder = (pid: number, started: string | null) =>
  JSON.stringify({ pid, started, host: hostname(), token: 'theirs' })

describe('a lock file', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    const path = join(folder, 'lock')
    let inside = 0
    const visits = Array.from({ length: 20 }, () =>
      withFileLock(path, async () => {
        inside++
        expect(inside).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 1))
        inside--
      }),
    )
    await Promise.all(visits)
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    ['a process that is gone', holder(2 ** 22 - 3, null)],
    ['an earlier process of a number that lives again', holder(process.pid, '1')],
  ])('is taken from %s', async (_who, content) => {
    if (process.platform !== 'linux' && content.includes('"1"')) return
    await writeFile(join(folder, 'lock'), content)
    expect(await withFileLock(join(folder, 'lock'), async () => 'in')).toBe('in')
    expect(await readdir(folder)).toEqual([])
  })
})
