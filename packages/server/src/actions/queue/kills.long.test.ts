import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBuilt, startSijil } from '../../testing/child.ts'
import { LONG } from '../../testing/ingests.ts'
import { plainHash, problemsOf } from '../../testing/plain-record.ts'
import { writeVariedReports } from '../../testing/reports.ts'
import { openTestStore, removeFolder, testFolder } from '../../testing/test-store.ts'
import { listImports } from '../list-imports.ts'
import { recordHash } from '../record-hash.ts'
import { queuePaths } from './queue-paths.ts'

const REPORTS = 120

describe.runIf(isBuilt)('workers that are killed', () => {
  it('lose nothing: others take over what they had in hand', { timeout: LONG }, async () => {
    const folder = await testFolder()
    const reports = join(folder, 'reports')
    await writeVariedReports(reports, REPORTS)
    const test = await openTestStore()
    await queuePaths(test.store, { paths: [reports], stdin: null, priority: 'person' })
    const data = test.store.folder.root
    for (let round = 0; round < 5; round++) {
      const worker = startSijil(['worker', '--until-empty', '--data', data])
      await new Promise((resolve) => setTimeout(resolve, 600 + 500 * round))
      await worker.kill()
    }
    const last = startSijil(['worker', '--until-empty', '--data', data])
    expect(await last.end()).toMatchObject({ code: 0 })
    expect(await problemsOf(test)).toEqual([])
    const day = new Date().toISOString().slice(0, 10)
    expect(await recordHash(test.store)).toBe(await plainHash(openTestStore, [reports], day))
    for await (const one of listImports(test.store)) expect(one).toMatchObject({ outcome: 'done', new: REPORTS })
    await test.remove()
    await removeFolder(folder)
  })
})
