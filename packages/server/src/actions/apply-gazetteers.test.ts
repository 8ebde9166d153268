import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore, testFolder } from '../testing/test-store.ts'
import { applyGazetteers } from './apply-gazetteers.ts'
import { importGazetteers } from './import-gazetteers.ts'
import { ingestPaths } from './ingest-paths.ts'
import { listIncidents } from './list-incidents.ts'
import { recordHash } from './record-hash.ts'
import { removeGazetteer } from './remove-gazetteer.ts'
import { verifyStore } from './verify-store.ts'

const TEXT =
  'Shells hit the village of Zarvanuk in Idlib province, Syria, on Monday and killed four people, doctors said. ' +
  'Elsewhere two people were killed in Kharkiv on Monday, doctors said.'

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

describe('placing what was read before by other gazetteers', () => {
  let test: TestStore
  let folder: string
  let asRead: string
  beforeAll(async () => {
    test = await openTestStore()
    folder = await testFolder()
    const path = join(folder, 'reports.jsonl')
    await writeFile(path, `${JSON.stringify({ doc: 'a', published: '2024-03-12', outlet: 'Mill', text: TEXT })}\n`)
    await ingestPaths(test.store, { paths: [path], stdin: null, today: '2024-07-01' })
    asRead = await recordHash(test.store)
  })
  afterAll(async () => {
    await test.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const apply = () => applyGazetteers(test.store, { today: '2024-07-01' })
  const incidentOf = async (low: number) => {
    const incidents = await all(listIncidents(test.store, {}))
    return incidents.find(({ killed }) => killed?.low === low)
  }

  it('changes nothing while the gazetteers are the same', async () => {
    expect(await apply()).toMatchObject({ documents: 1, moved: 0 })
    expect(await recordHash(test.store)).toBe(asRead)
  })

  it('moves an incident from the province to its village, and leaves the others', async () => {
    const before = await incidentOf(4)
    const other = await incidentOf(2)
    expect(before?.place).toMatchObject({ precision: 4, name: expect.stringContaining('Idlib') })
    const table = join(folder, 'villages.csv')
    await writeFile(table, 'name,lat,lon,country,kind\nZarvanuk,35.5,36.5,SY,village\n')
    await all(importGazetteers(test.store, { paths: [table], name: null, source: null, licence: null }))
    expect(await incidentOf(4)).toEqual(before)
    expect(await apply()).toMatchObject({ documents: 1, moved: 1 })
    const after = await incidentOf(4)
    expect(after?.place).toMatchObject({ precision: 1, name: 'Zarvanuk', lat: 35.5, lon: 36.5 })
    expect(after?.id).toBe(before?.id)
    expect((await incidentOf(2))?.place).toEqual(other?.place)
    expect(await apply()).toMatchObject({ moved: 0 })
  })

  it('keeps a log that holds, and moves it back when the gazetteer goes', async () => {
    expect((await all(verifyStore(test.store))).filter(({ holds }) => !holds)).toEqual([])
    await removeGazetteer(test.store, 'villages')
    expect(await apply()).toMatchObject({ moved: 1 })
    expect(await recordHash(test.store)).toBe(asRead)
  })
})
