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
})
