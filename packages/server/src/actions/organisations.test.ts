import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { importOrganisations } from './import-organisations.ts'
import { ingestPaths } from './ingest-paths.ts'
import { listIncidents } from './list-incidents.ts'
import { listOrganisations } from './list-organisations.ts'
import { recordHash } from './record-hash.ts'
import { removeOrganisations } from './remove-organisations.ts'
import { verifyStore } from './verify-store.ts'

const REPORTS = [
  ['one', 'Mill Post', 'the Harbour Guards said'],
  ['two', 'River Daily', 'the Green Caps said'],
].map(([doc, outlet, said]) => ({
  doc,
  outlet,
  published: '2024-03-12',
  text: `Four people were killed when an airstrike hit the village of Kafr Dunya on Tuesday, ${said}.`,
}))

describe.each(STORES)('organisations of a user, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    await writeFile(join(folder, 'reports.jsonl'), REPORTS.map((one) => JSON.stringify(one)).join('\n'))
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-04-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const incident = async (): Promise<IncidentRecord> => {
    for await (const one of listIncidents(test.store, {})) return one
    throw new RangeError('there is no incident')
  }
  const table = async (content: string) => {
    const path = join(folder, 'sources.csv')
    await writeFile(path, content)
    return importOrganisations(test.store, { path, name: null, today: '2024-04-01' })
  }

  it('two names of one are one origin, until the table is removed', async () => {
    const before = await recordHash(test.store)
    expect((await incident()).origins).toBe(2)
    const done = await table('name,type,aliases\nHarbour Guards,civil_defence,Green Caps\n,ngo,\n')
    expect(done).toMatchObject({ name: 'sources', organisations: 1, known: false, bad: [{ line: 3 }] })
    expect(await incident()).toMatchObject({ origins: 1, grade: 'weak' })
    expect(await listOrganisations(test.store)).toMatchObject([
      { name: 'sources', organisations: [{ name: 'Harbour Guards', aliases: ['Green Caps'] }] },
    ])
    expect(await table('name,type,aliases\nHarbour Guards,civil_defence,Green Caps\n,ngo,\n')).toMatchObject({
      known: true,
    })
    await removeOrganisations(test.store, { name: 'sources', today: '2024-04-01' })
    expect(await recordHash(test.store)).toBe(before)
    for await (const finding of verifyStore(test.store)) expect(finding).toMatchObject({ holds: true })
  })

  it('are refused when nothing can be read, and missed when they are not there', async () => {
    await expect(table('type\nngo\n')).rejects.toMatchObject({ code: 'organisations-not-read' })
    await expect(removeOrganisations(test.store, { name: 'none', today: '2024-04-01' })).rejects.toMatchObject({
      code: 'no-such-organisations',
    })
  })
})
