import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../../testing/test-store.ts'
import { importOrganisations } from '../import-organisations.ts'
import { ingestPaths } from '../ingest-paths.ts'
import { nameKeeper } from './name-keeper.ts'

const REPORT = {
  doc: 'report',
  outlet: 'Mill Post',
  published: '2024-03-12',
  text: 'Lamis Dorvan said that four people were killed when shells hit the village of Kafr Dunya on Tuesday. Orsa Wenlar confirmed the toll, and Orsa Wenlar said that two more were missing.',
}

describe.each(STORES)('names of persons, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    await writeFile(join(folder, 'reports.jsonl'), JSON.stringify(REPORT))
    await writeFile(
      join(folder, 'bodies.csv'),
      'name,key,type,aliases\nOrsa Wenlar Relief,orsa-wenlar,civil_defence,Orsa Wenlar\n',
    )
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-04-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const words = async (): Promise<readonly string[]> => {
    const document = await test.store.db.selectFrom('documents').select('id').executeTakeFirstOrThrow()
    return [...(await nameKeeper(test.store).namesOf([document.id])).words]
  }

  it('are no organisations that an admin named, whatever a report says', async () => {
    expect(await words()).toEqual(expect.arrayContaining(['Lamis Dorvan', 'Orsa Wenlar']))
    await importOrganisations(test.store, { path: join(folder, 'bodies.csv'), name: null, today: '2024-04-01' })
    const now = await words()
    expect(now).toContain('Lamis Dorvan')
    expect(now).not.toContain('Orsa Wenlar')
  })
})
