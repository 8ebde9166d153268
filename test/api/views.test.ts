import type { ProblemReply } from '@sijil/core/contract/api/problem-reply.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import type { Asker } from '../../packages/server/src/testing/served.ts'
import { makeWorld, NAME, type World } from './world.ts'

describe.runIf(isBuilt)('saved views', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  }, 300_000)
  afterAll(() => world?.remove())

  const add = async (asker: Asker, name: string, shared = false, search = { search: 'market' } as object) =>
    asker.send('/api/views', {
      method: 'POST',
      headers: { 'x-sijil': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ page: 'incidents', name, search, shared }),
    })
  const names = async (asker: Asker, page?: 'incidents' | 'map') =>
    (await asker.client.call('listViews', { query: { page } })).body.items.map(({ name }) => name)
  const refusal = async (asked: Promise<unknown>): Promise<ProblemReply> =>
    asked.then(
      () => expect.fail('it was not refused'),
      (error: { problem: ProblemReply }) => error.problem,
    )

  test('a view is of whoever keeps it, by page, and comes back as it was kept', async () => {
    const { viewer, coder } = world.people
    const search = { search: 'market -Aleppo', grade: ['weak', 'fair'], minKilled: 3, kind: 'incident', open: true }
    expect((await add(viewer, 'Mine', false, search)).status).toBe(201)
    const { body } = await viewer.client.call('listViews', { query: { page: 'incidents' } })
    expect(body.items).toMatchObject([{ name: 'Mine', page: 'incidents', search, shared: false, own: true }])
    expect(await names(viewer, 'map')).toEqual([])
    expect(await names(coder)).toEqual([])
    expect(await names(world.owner)).toEqual([])
    expect((await add(viewer, 'Mine')).status).toBe(409)
    expect((await add(coder, 'Mine')).status).toBe(201)
  })

  test("of two who change one version, one wins and the other gets both; another's is not there", async () => {
    const { reviewer, coder, viewer } = world.people
    const made = (await (await add(reviewer, 'Shared', true)).json()) as { id: string; version: string }
    expect(await names(viewer)).toContain('Shared')
    const params = { id: made.id }
    const change = (asker: Asker, minKilled: number, version: string, shared = true) =>
      asker.client.call('changeView', {
        params,
        body: { name: 'Shared', search: { minKilled }, shared },
        version: `"${version}"`,
      })
    expect((await refusal(change(coder, 1, made.version, false))).status).toBe(404)
    const tries = await Promise.allSettled([change(reviewer, 2, made.version), change(world.owner, 3, made.version)])
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body] : []))
    const lost = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.problem as ProblemReply] : []))
    expect([won.length, lost.length]).toEqual([1, 1])
    expect(lost[0]).toMatchObject({ status: 409, seen: made.version, now: won[0]?.version })
    const version = won[0]?.version ?? ''
    expect((await refusal(coder.client.call('removeView', { params, version }))).status).toBe(404)
    await reviewer.client.call('removeView', { params, version })
    expect(await names(viewer)).not.toContain('Shared')
  })

  test('what is shared names nobody, and whoever may not see names learns nothing by trying', async () => {
    const { reviewer, coder, viewer } = world.people
    // The same for a word that stands in a name and one that stands nowhere.
    for (const search of [NAME, 'qqqqq']) expect((await add(coder, search, true, { search })).status).toBe(403)
    const told = await add(reviewer, 'About her', true, { search: NAME.split(' ')[1] })
    expect(await told.json()).toMatchObject({ code: 'names-somebody' })
    expect((await add(reviewer, `Of ${NAME}`, true, {})).status).toBe(422)
    expect((await add(reviewer, 'About her', false, { search: NAME })).status).toBe(201)
    // A word that came to be a name after it was shared.
    expect((await add(reviewer, 'Of Kinana Wehr', true, {})).status).toBe(201)
    expect(await names(viewer)).toContain('Of Kinana Wehr')
    const text =
      '3 June 2024 - Two civilians were killed when shells struck Deir Rahba on Monday. Kinana Wehr, 28, was among the dead, her brother said.'
    const { body } = await world.owner.client.call('addReport', { body: { text, name: 'later', collection: 1 } })
    await (await world.owner.send(`/api/uploads/${body.id}/events`)).text()
    expect(await names(viewer)).not.toContain('Of Kinana Wehr')
    expect(await names(reviewer)).toContain('Of Kinana Wehr')
  })

  test('a view without room, or with more than a page has, is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`k${i}`, 'x']))
    for (const search of [many, { 'a b': 'x' }, { search: 'x'.repeat(501) }, { search: { deep: 1 } }])
      expect((await add(world.people.viewer, 'Too much', false, search)).status).toBe(422)
  })
})
