import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, startSijil } from '../../packages/server/src/testing/child.ts'
import { type Asker, PASSWORD, post, type Served, startTestServer } from '../../packages/server/src/testing/served.ts'
import { removeFolder, testFolder } from '../../packages/server/src/testing/test-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

// Each task starts a thread that loads words and places, which takes its time where others work too.
describe.runIf(isBuilt)('what the command line can do, over HTTP', { timeout: 180_000 }, () => {
  let served: Served
  let owner: Asker
  let remove: () => Promise<void>
  let folder: string
  beforeAll(async () => {
    folder = await testFolder()
    ;({ served, owner, remove } = await startTestServer())
    const text =
      '12 May 2024 - At least 4 civilians were killed when shells hit the village of Tell Zumrud in Aleppo province, the Rahba Rescue Committee said.'
    const { body } = await owner.client.call('addReport', { body: { text, name: 'report' } })
    await (await owner.send(`/api/uploads/${body.id}/events`)).text()
  }, 300_000)
  afterAll(async () => {
    await remove?.()
    await removeFolder(folder)
  })

  const ended = async ({ id }: TaskRecord): Promise<TaskRecord> => {
    const events = await (await owner.send(`/api/tasks/${id}/events`)).text()
    expect(events).toMatch(/event: end\n/)
    return (await owner.client.call('showTask', { params: { id } })).body
  }

  test('a gazetteer is imported, searched, applied and removed', async () => {
    const query = { file: 'villages.csv', licence: 'CC0' }
    const table = bytes('name,alt_names,lat,lon,country,kind\nTell Zumrud,تل زمرد,36.41,37.22,SY,village\n')
    const { body: asked } = await owner.client.call('importGazetteer', { query, bytes: table })
    expect(await ended(asked)).toMatchObject({
      state: 'done',
      by: 'Owner',
      result: { places: 1, path: 'villages.csv' },
    })
    const { body: found } = await owner.client.call('searchPlaces', { query: { name: 'تل زمرد' } })
    expect(found.items[0]).toMatchObject({ name: 'Tell Zumrud', country: 'SY' })
    const { body: list } = await owner.client.call('listGazetteers', {})
    expect(list.items.find(({ name }) => name === 'villages')).toMatchObject({ source: 'villages.csv', licence: 'CC0' })
    const applied = await ended((await owner.client.call('applyGazetteers', {})).body)
    expect(applied).toMatchObject({ state: 'done', result: { documents: 1, moved: 1 } })
    const { body: points } = await owner.client.call('incidentPoints', { query: {} })
    expect(points.items).toMatchObject([{ lat: 36.41, lon: 37.22 }])
    const version = list.items.find(({ name }) => name === 'villages')?.sha256 ?? ''
    await owner.client.call('removeGazetteer', { params: { name: 'villages' }, version })
    expect((await owner.client.call('listGazetteers', {})).body.items).toHaveLength(1)
  })

  test('a file that is none fails with what to do, and tells nothing of the server', async () => {
    const query = { file: '../../etc/villages.csv' }
    const { body } = await owner.client.call('importGazetteer', { query, bytes: bytes('no table\n') })
    const { state, problem } = await ended(body)
    expect(state).toBe('failed')
    expect(problem).toMatch(/;/)
    expect(problem).not.toContain(served.data)
  })

  test('organisations are imported, listed and removed, and the log keeps who asked', async () => {
    const table = bytes(
      'name,key,type,aliases\nRahba Rescue Committee,rahba-rescue,civil_defence,RRC|لجنة إنقاذ رهبة\n',
    )
    const { body } = await owner.client.call('importOrganisations', { query: { file: 'sources.csv' }, bytes: table })
    expect(await ended(body)).toMatchObject({ state: 'done', result: { organisations: 1, name: 'sources', bad: [] } })
    const { body: list } = await owner.client.call('listOrganisations', {})
    expect(list.items).toMatchObject([
      {
        name: 'sources',
        source: 'sources.csv',
        organisations: [{ key: 'rahba-rescue', aliases: ['RRC', 'لجنة إنقاذ رهبة'] }],
      },
    ])
    const which = { params: { name: 'sources' }, version: list.items[0]?.sha256 ?? '' }
    const removed = (await owner.client.call('removeOrganisations', which)).body
    expect(await ended(removed)).toMatchObject({ state: 'done' })
    expect((await owner.client.call('listOrganisations', {})).body.items).toEqual([])
    await expect(owner.client.call('removeOrganisations', which)).rejects.toMatchObject({ problem: { status: 404 } })
    const { body: log } = await owner.client.call('showLog', { query: { limit: 500 } })
    expect(
      log.items.filter(({ kind }) => kind === 'task').map(({ body: entry }) => JSON.parse(entry ?? '').kind),
    ).toEqual(expect.arrayContaining(['import-organisations', 'remove-organisations', 'apply-gazetteers']))
  })

  test('documents that are read by these rules already are passed over', async () => {
    const { body } = await owner.client.call('rereadDocuments', {})
    expect(await ended(body)).toMatchObject({ state: 'done', result: { documents: 0 } })
    expect((await owner.client.call('listTasks', {})).body.items[0]).toMatchObject({ id: body.id, state: 'done' })
  })

  test('a text is read and places are located, and nothing is kept', async () => {
    const count = async () => (await owner.client.call('listDocuments', { query: { total: true } })).body.total?.count
    const before = await count()
    const text =
      'Seven civilians were killed and two wounded when a rocket hit a market in Aleppo on Tuesday, doctors said.'
    const { body: read } = await owner.client.call('extractText', { body: { text, published: '2024-03-13' } })
    expect(read.language).toBe('en')
    expect(read.claims).toMatchObject([
      { metric: 'killed', low: 7, from: '2024-03-12' },
      { metric: 'injured', low: 2 },
    ])
    const { body: located } = await owner.client.call('locateText', {
      body: {
        texts: [
          { id: 'a', text },
          { id: 'b', text: 'Nothing is named.' },
        ],
        country: 'sy',
      },
    })
    expect(located.items[0]).toMatchObject({ id: 'a', places: [{ text: 'Aleppo', country: 'SY' }] })
    expect(located.items[1]).toEqual({ id: 'b', places: [] })
    expect(await count()).toBe(before)
  })

  test('the machine is checked', async () => {
    const { body } = await owner.client.call('doctor', {})
    expect(body.items.map(({ check }) => check)).toEqual(expect.arrayContaining(['Node', 'disk', 'durability']))
    // What other stores left on this machine is no matter of this one.
    expect(body.items.filter(({ check, holds }) => !holds && check !== 'left behind')).toEqual([])
  })

  test('the owner takes a backup, which is restored at the terminal; a cut one is refused', async () => {
    expect((await post(owner, '/api/backup', { passphrase: 'short' })).status).toBe(422)
    const response = await post(owner, '/api/backup', { passphrase: PASSWORD })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="sijil-[\d-]+\.backup"$/)
    const backup = new Uint8Array(await response.arrayBuffer())
    const [whole, cut, pass] = ['whole.backup', 'cut.backup', 'pass'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await Promise.all([
      writeFile(whole, backup),
      writeFile(cut, backup.slice(0, backup.length - 1000)),
      writeFile(pass, `${PASSWORD}\n`),
    ])
    const restore = (file: string, to: string) =>
      startSijil(['restore', file, '--passphrase-file', pass, '--data', join(folder, to)]).end()
    expect((await restore(cut, 'cut')).code).not.toBe(0)
    const restored = await restore(whole, 'restored')
    expect(restored.code, restored.output).toBe(0)
    const listed = await startSijil(['documents', '--json', '--data', join(folder, 'restored')]).end()
    expect(listed.output).toContain('"doc":"report"')
    for (const to of ['cut', 'restored']) await removeFolder(join(folder, to))
    const { body: log } = await owner.client.call('showLog', { query: { limit: 500 } })
    expect(log.items.some(({ body }) => body?.includes('back-up'))).toBe(true)
  })

  test('an admin who is not the owner takes no backup', async () => {
    const { body } = await owner.client.call('addPerson', {
      body: { email: 'second@example.org', name: 'Second', grants: [{ collection: null, role: 'admin' }] },
    })
    const joined = await post(served.nobody, '/api/session/join', { secret: body.secret, password: PASSWORD })
    const second = served.asker({ cookie: joined.headers.get('set-cookie')?.split(';')[0] ?? '' })
    expect((await second.client.call('doctor', {})).body.items.length).toBeGreaterThan(0)
    expect((await post(second, '/api/backup', { passphrase: PASSWORD })).status).toBe(403)
  })
})
