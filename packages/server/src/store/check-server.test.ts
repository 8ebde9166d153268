import { afterEach, describe, expect, it } from 'vitest'
import { makeDatabase, removeFolder, serverIsThere, testFolder } from '../testing/test-store.ts'
import { openStore } from './open-store.ts'

let folder = ''
afterEach(() => removeFolder(folder))

const open = async (databaseUrl: string) => {
  folder = await testFolder()
  return openStore({ data: folder, databaseUrl })
}

describe('a server of the user’s own', () => {
  it('that does not answer is a problem with a way out, and its password is not told', async () => {
    const opening = open('postgres://someone:secret@127.0.0.1:1/none')
    await expect(opening).rejects.toMatchObject({
      kind: 'store',
      where: 'postgres://someone@127.0.0.1:1/none',
      mend: expect.any(String),
    })
    await expect(opening).rejects.not.toThrow(/secret/)
  })

  it.runIf(serverIsThere)(
    'whose database knows no Arabic letters is refused with the command for a right one',
    async () => {
      for (const options of [`encoding 'UTF8' locale 'C'`, `encoding 'SQL_ASCII' locale 'C'`]) {
        const { url, drop } = await makeDatabase(options)
        try {
          await expect(open(url), options).rejects.toMatchObject({
            code: 'database-locale',
            mend: expect.stringMatching(/createdb --template=template0 --encoding=UTF8 --locale=C\.UTF-8/),
          })
        } finally {
          await drop()
          await removeFolder(folder)
        }
      }
    },
  )

  it.runIf(serverIsThere)('is used when its database is right', async () => {
    const { url, drop } = await makeDatabase()
    const store = await open(url)
    expect(await store.db.selectFrom('documents').selectAll().execute()).toEqual([])
    await store.close()
    await drop()
  })
})
