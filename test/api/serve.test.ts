import { join } from 'node:path'
import type { ProblemReply } from '@sijil/core/contract/api/problem-reply.js'
import { isSchema, type Route } from '@sijil/core/contract/api/route.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import { incidentDetailSchema } from '@sijil/core/contract/incident-detail.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, startSijil } from '../../packages/server/src/testing/child.ts'
import { writeReports } from '../../packages/server/src/testing/reports.ts'
import {
  type Asker,
  post,
  type Served,
  startServer,
  startTestServer,
} from '../../packages/server/src/testing/served.ts'

/** What must first be begun; the tests of uploads, tasks and codings begin it and read it. */
const HELD_ELSEWHERE = /^\/api\/(uploads|tasks|codings)\/\{/

describe.runIf(isBuilt)('sijil serve', () => {
  let served: Served
  let owner: Asker
  let remove: () => Promise<void>

  beforeAll(async () => {
    const started = await startTestServer([], async (data) => {
      await writeReports(join(data, '..', 'reports'), 12)
      await startSijil(['ingest', join(data, '..', 'reports'), '--data', data]).end()
    })
    served = started.served
    owner = started.owner
    remove = started.remove
  }, 300_000)
  afterAll(() => remove?.())

  test('answers nobody who is not signed in', async () => {
    expect((await served.nobody.send('/api/incidents')).status).toBe(401)
    expect(await (await served.nobody.send('/api/session')).json()).toMatchObject({ user: null, needsSetup: false })
  })

  test('the link of the terminal works once', async () => {
    const again = { secret: served.secret, email: 'b@example.org', name: 'B', password: 'another long password' }
    const response = await post(served.nobody, '/api/session/setup', again)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'wrong-link' })
  })

  test('replies are of the shapes that the routes promise', async () => {
    const { body: incidents } = await owner.client.call('listIncidents', { query: { limit: 3 } })
    expect(incidents.items.length).toBe(3)
    const code = incidents.items[0]?.id ?? ''
    const { body: detail, version } = await owner.client.call('showIncident', { params: { code }, query: {} })
    expect(incidentDetailSchema.parse(detail).id).toBe(code)
    expect(version).toMatch(/^"[0-9a-f]{16}\./)
    const { body: documents } = await owner.client.call('listDocuments', { query: {} })
    const id = documents.items[0]?.id ?? ''
    const params: Record<string, Record<string, string>> = {
      showIncident: { code },
      compareIncident: { code },
      showHistory: { code },
      showDocument: { id },
      readDocument: { id },
      listCopies: { id },
      showClaim: { id: detail.claims[0] ?? '' },
      showImport: { id: '1' },
      listImportFiles: { id: '1' },
    }
    const query: Record<string, string> = {
      search: '?q=killed',
      searchPlaces: '?name=Aleppo',
      placesNear: '?lat=35&lon=37',
    }
    for (const [name, route] of Object.entries(ROUTES as Readonly<Record<string, Route>>)) {
      if (route.method !== 'get' || !isSchema(route.reply) || HELD_ELSEWHERE.test(route.path)) continue
      const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => params[name]?.[key] ?? '')
      const response = await owner.send(path + (query[name] ?? ''))
      expect(response.status, name).toBe(200)
      const parsed = route.reply.safeParse(await response.json())
      expect(parsed.error?.issues, name).toBeUndefined()
    }
  })

  test('pages follow one another without gap or repeat', async () => {
    const { body: all } = await owner.client.call('listClaims', { query: { limit: 200 } })
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { items: { id: string }[]; next: string | null } = (
        await owner.client.call('listClaims', { query: { limit: 5, ...(after === '' ? {} : { after }) } })
      ).body
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toEqual(all.items.map(({ id }) => id))
  })

  test('short lists page by where they stand, so that what comes meanwhile moves nothing', async () => {
    const text = (n: number) =>
      `12 May 2024 - At least ${n} civilians were killed when shells hit Tell Aswaf, rescuers said.`
    const paste = async (n: number) => {
      const { body } = await owner.client.call('addReport', { body: { text: text(n), name: `page ${n}` } })
      await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    }
    await paste(21)
    await paste(22)
    const { body: first } = await owner.client.call('listImports', { query: { limit: 1, total: true } })
    expect(first.total).toEqual({ count: 3, exact: true })
    await paste(23)
    const { body: rest } = await owner.client.call('listImports', { query: { after: first.next ?? '' } })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([3, 2, 1])
    expect(rest.next).toBeNull()
    for (const name of ['listJudgements', 'listReviews'] as const) {
      expect((await owner.client.call(name, { query: { total: true } })).body).toMatchObject({
        items: [],
        next: null,
        total: { count: 0 },
      })
      const path = name === 'listJudgements' ? '/api/judgements' : '/api/reviews'
      expect((await owner.send(`${path}?after=none`)).status).toBe(422)
    }
  })

  test('a report that is pasted is read, and its progress is told', async () => {
    const text =
      '12 May 2024 - At least 4 civilians were killed when shells hit the village of Tell Aswaf, rescuers said.'
    const { body: upload } = await owner.client.call('addReport', { body: { text, name: 'pasted' } })
    const events = await (await owner.send(`/api/uploads/${upload.id}/events`)).text()
    expect(events).toMatch(/event: end\ndata: .*"state":"done"/)
    const { body: documents } = await owner.client.call('listDocuments', { query: { limit: 200 } })
    expect(documents.items.map(({ doc }) => doc)).toContain('pasted')
  })

  test('of two who merge from one version, one wins and the other is told both versions', async () => {
    const { body } = await owner.client.call('listIncidents', { query: { limit: 10 } })
    const [left = '', right = '', third = ''] = body.items.filter(({ kind }) => kind === 'incident').map(({ id }) => id)
    const { version } = await owner.client.call('showIncident', { params: { code: left }, query: {} })
    const decide = (other: string) =>
      post(
        owner,
        '/api/judgements',
        { left, right: other, verdict: 'different', reason: 'told apart' },
        { 'if-match': version ?? '' },
      )
    const replies = await Promise.all([decide(right), decide(third)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    const lost = (await replies.find(({ status }) => status === 409)?.json()) as ProblemReply & {
      current: { version: string }
    }
    expect(lost).toMatchObject({ code: 'stale-version', seen: version?.slice(1, 17) })
    expect(lost.now).not.toBe(lost.seen)
    const { body: judgements } = await owner.client.call('listJudgements', { query: {} })
    expect(judgements.items).toHaveLength(1)
    const blind = await post(owner, '/api/judgements', { left, right, verdict: 'same', reason: 'x' })
    expect(blind.status).toBe(428)
  })

  test('an unchanged reply is not sent again', async () => {
    const first = await owner.send('/api/incidents')
    const again = await owner.send('/api/incidents', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('on a network it wants TLS', async () => {
    const { code, output } = await startSijil([
      'serve',
      '--host',
      '0.0.0.0',
      '--port',
      '0',
      '--data',
      served.data,
    ]).end()
    expect(code).toBe(2)
    expect(output).toContain('--origin')
  })

  test('stops in order, and goes on where it was', async () => {
    await served.stop()
    expect(served.child.process.exitCode).toBe(0)
    const again = await startServer(served.data)
    expect(again.secret).toBeNull()
    const asker = again.asker(owner.headers)
    expect((await asker.client.call('showSession', {})).body.user?.name).toBe('Owner')
    served = again
    await again.stop()
  }, 60_000)
})
