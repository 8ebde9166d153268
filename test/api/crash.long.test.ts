import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import { report } from '../../packages/server/src/testing/reports.ts'
import { type Asker, type Served, startServer, startTestServer } from '../../packages/server/src/testing/served.ts'

const COUNT = 300
const file = (first: number): Uint8Array<ArrayBuffer> => {
  const lines = Array.from({ length: COUNT }, (_, i) =>
    JSON.stringify({ doc: `report ${first + i}`, text: report(first + i) }),
  )
  return new TextEncoder().encode(lines.join('\n'))
}

describe.runIf(isBuilt)('kill -9 of the server', () => {
  let served: Served
  let owner: Asker
  let remove: () => Promise<void>
  beforeAll(async () => {
    ;({ served, owner, remove } = await startTestServer())
  }, 300_000)
  afterAll(async () => {
    await served?.stop()
    await remove?.()
  })

  const restart = async () => {
    await served.child.kill()
    served = await startServer(served.data)
    owner = served.asker(owner.headers)
  }
  const documents = async () => {
    const { body } = await owner.client.call('listDocuments', { query: { limit: 1, total: true } })
    return body.total?.count
  }

  test('in the middle of an upload: what came stays, and the rest follows', async () => {
    const bytes = file(0)
    const half = Math.floor(bytes.length / 2)
    const { body } = await owner.client.call('startUpload', { body: { name: 'reports.jsonl', size: bytes.length } })
    const params = { id: body.id }
    await owner.client.call('sendUpload', { params, query: { from: 0 }, bytes: bytes.slice(0, half) })
    await restart()
    const { body: left } = await owner.client.call('showUpload', { params })
    expect(left).toMatchObject({ state: 'receiving', received: half })
    await owner.client.call('sendUpload', { params, query: { from: half }, bytes: bytes.slice(half) })
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    expect((await owner.client.call('showUpload', { params })).body.state).toBe('done')
    expect(await documents()).toBe(COUNT)
  }, 300_000)

  test('in the middle of reading: the next server goes on by itself, and nothing is twice or missing', async () => {
    const bytes = file(COUNT)
    const { body } = await owner.client.call('startUpload', { body: { name: 'more.jsonl', size: bytes.length } })
    const params = { id: body.id }
    await owner.client.call('sendUpload', { params, query: {}, bytes })
    for (;;) {
      const { body: now } = await owner.client.call('showUpload', { params })
      if (now.import !== null) break
      await new Promise((done) => setTimeout(done, 20))
    }
    await restart()
    const { body: now } = await owner.client.call('showUpload', { params })
    expect(['waiting', 'reading', 'done']).toContain(now.state)
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    expect((await owner.client.call('showUpload', { params })).body.state).toBe('done')
    expect(await documents()).toBe(2 * COUNT)
    const { body: found } = await owner.client.call('verifyRecord', {})
    expect(found.items.filter(({ holds }) => !holds)).toEqual([])
  }, 240_000)

  describe('while tasks are done', () => {
    const ended = async (id: string) => {
      await (await owner.send(`/api/tasks/${id}/events`)).text()
      return (await owner.client.call('showTask', { params: { id } })).body
    }
    const table = (places: number) =>
      new TextEncoder().encode(
        [
          'name,lat,lon,country,kind',
          ...Array.from({ length: places }, (_, i) => `Tell Number ${i},36.${i},37.22,SY,village`),
        ].join('\n'),
      )
    const importing = async (name: string, places: number) =>
      (await owner.client.call('importGazetteer', { query: { file: `${name}.csv` }, bytes: table(places) })).body
    const filesLeft = () => readdir(join(served.data, 'tasks'))

    test('the next server takes up what runs and what waits, and says what it cannot', async () => {
      const runs = await importing('many', 3000)
      const waits = await importing('few', 3)
      const gone = await importing('gone', 3)
      await owner.client.call('applyGazetteers', {})
      await served.child.kill()
      // Whose file is lost cannot be done; what no task waits for is removed.
      const folder = join(served.data, 'tasks')
      for (const one of await readdir(folder))
        if ((await readdir(join(folder, one))).includes('gone.csv')) await rm(join(folder, one), { recursive: true })
      await mkdir(join(folder, 'left'))
      served = await startServer(served.data)
      owner = served.asker(owner.headers)
      expect(await ended(runs.id)).toMatchObject({ state: 'done', by: 'Owner', result: { places: 3000 } })
      expect(await ended(waits.id)).toMatchObject({ state: 'done', result: { places: 3 } })
      expect(await ended(gone.id)).toMatchObject({
        state: 'interrupted',
        problem: expect.stringContaining('file is gone'),
      })
      const { body } = await owner.client.call('listTasks', {})
      expect(body.items.map(({ kind }) => kind)).toEqual(['apply-gazetteers', ...Array(3).fill('import-gazetteer')])
      expect(await ended(body.items[0]?.id ?? '')).toMatchObject({ state: 'done' })
      expect(await filesLeft()).toEqual([])
      const { body: gazetteers } = await owner.client.call('listGazetteers', {})
      expect(gazetteers.items.map(({ name }) => name)).toEqual(['built-in', 'many', 'few'])
    }, 120_000)

    test('a stop in order is no failure: the next server goes on', async () => {
      const runs = await importing('later', 3000)
      await served.stop()
      served = await startServer(served.data)
      owner = served.asker(owner.headers)
      expect(await ended(runs.id)).toMatchObject({ state: 'done', problem: null })
    }, 120_000)
  })
})
