import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { collected } from './collected.ts'
import { explainTolls } from './explain-tolls.ts'
import { ingestPaths } from './ingest-paths.ts'
import { listChecks } from './list-checks.ts'
import { reviewCheck } from './review-check.ts'

const toll = (doc: string, published: string, killed: number) => ({
  doc,
  published,
  outlet: 'Mill Post',
  text: `More than ${killed} people have been killed in Syria since 1 January 2024, the Syrian Observatory for Human Rights said.`,
})

describe.each(STORES)('successive tolls, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    const reports = [toll('march', '2024-03-01', 900), toll('april', '2024-04-01', 800)]
    await writeFile(join(folder, 'reports.jsonl'), reports.map((one) => JSON.stringify(one)).join('\n'))
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-05-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  it('of one origin may not fall; the later toll shows it, and a person can dismiss it', async () => {
    const [march, april] = await collected(explainTolls(test.store))
    expect(march?.checks.map(({ kind }) => kind)).toEqual(['toll'])
    const check = april?.checks.find(({ kind }) => kind === 'successive')
    expect(check).toMatchObject({ holds: false, review: null })
    expect((await collected(listChecks(test.store, { failing: true }))).map(({ id }) => id)).toContain(check?.id)
    const decided = { by: 'a coder', reason: 'counted anew', at: '2024-05-01T10:00:00.000Z' }
    await reviewCheck(test.store, { check: check?.id ?? '', decision: 'dismiss', ...decided })
    const again = (await collected(explainTolls(test.store)))[1]?.checks.find(({ kind }) => kind === 'successive')
    expect(again?.review).toMatchObject({ decision: 'dismissed' })
  })
})
