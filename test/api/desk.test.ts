import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiProblem } from '@sijil/core/contract/api/client.js'
import type { Route } from '@sijil/core/contract/api/route.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import type { CodedAnswer } from '@sijil/core/contract/coding-record.js'
import { NO_ANSWER } from '@sijil/core/contract/no-answer.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../packages/server/src/store/open-store.ts'
import { isBuilt, startSijil } from '../../packages/server/src/testing/child.ts'
import { ask } from '../../packages/server/src/testing/raw-sql.ts'
import { type Asker, PASSWORD, post, type Served, startTestServer } from '../../packages/server/src/testing/served.ts'
import { IN_ORDER, WRITES, written } from './two-writers.ts'
import { somebody } from './world.ts'

const REPORTS = [
  'Outlet: The Mill Post\nPublished: 2024-03-12\nTitle: Shells hit Kafr Dunya\n\nFour civilians were killed and three others were wounded when shells struck the village of Kafr Dunya on Tuesday, rescuers said. A clinic was damaged, and two nurses were hurt there.',
  'Outlet: River Daily\nPublished: 2024-03-13\nTitle: Six dead in Kafr Rihan\n\nSix civilians were killed when shells struck the village of Kafr Rihan on Tuesday, a doctor said.',
]

const refusal = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error)),
  )

/** Gives an answer from the one that stands. */
const code = async (asker: Asker, id: string, body: CodedAnswer) => {
  const { body: sheet } = await asker.client.call('showCoding', { params: { id } })
  const version = sheet.answers.find(({ claim }) => claim === body.claim)?.version ?? NO_ANSWER
  return asker.client.call('codeClaim', { params: { id }, body, version })
}

/** A person's answer that says nothing but a verdict. */
const said = (claim: string, verdict: CodedAnswer['verdict'], more: Partial<CodedAnswer> = {}): CodedAnswer => ({
  claim,
  verdict,
  values: null,
  start: null,
  end: null,
  ...more,
})

describe.runIf(isBuilt)('the work of several people', () => {
  let served: Served
  let owner: Asker
  let one: Asker
  let two: Asker
  let remove: () => Promise<void>
  let document = ''
  let coders: [string, string] = ['', '']

  beforeAll(async () => {
    const started = await startTestServer([], async (data) => {
      const reports = join(data, '..', 'reports')
      await mkdir(reports, { recursive: true })
      await Promise.all(REPORTS.map((text, at) => writeFile(join(reports, `report-${at}.txt`), text)))
      await startSijil(['ingest', reports, '--data', data]).end()
    })
    ;({ served, owner, remove } = started)
    one = await somebody(served, owner, 'coder', 'one@example.org')
    two = await somebody(served, owner, 'coder', 'two@example.org')
    const { body: people } = await owner.client.call('listPeople', {})
    const idOf = (email: string): string => people.items.find((person) => person.email === email)?.id ?? ''
    coders = [idOf('one@example.org'), idOf('two@example.org')]
    const { body } = await owner.client.call('listDocuments', { query: {} })
    document = body.items.find(({ doc }) => doc === 'report-0.txt')?.id ?? ''
  }, 300_000)
  afterAll(() => remove?.())

  test('two code one document blind, and what a third person settles is the record', { timeout: 60_000 }, async () => {
    const { body: coding } = await owner.client.call('assignCoding', { body: { document, coders } })
    const params = { id: coding.id }
    expect(coding.state).toBe('coding')
    expect(await refusal(owner.client.call('assignCoding', { body: { document, coders } }))).toBe('already-there')

    const { body: sheet } = await one.client.call('showCoding', { params })
    const [killed, wounded] = sheet.claims
    if (killed === undefined || wounded === undefined) throw new Error('too little was read')
    // Nobody else reviews it meanwhile.
    const review = { field: 'claim', decision: 'reject', reason: 'a test' } as const
    const { body: seen } = await owner.client.call('showClaim', { params: { id: killed.id } })
    expect(
      await refusal(
        owner.client.call('reviewClaim', { params: { id: killed.id }, body: review, version: `"${seen.version}"` }),
      ),
    ).toBe('being-coded')

    const values = { metric: 'killed' as const, count: { low: 5, high: 5 }, status: 'civilian' as const }
    await code(one, coding.id, said(killed.id, 'reject'))
    await code(one, coding.id, said(killed.id, 'correct', { values }))
    for (const { id } of sheet.claims.slice(1)) await code(one, coding.id, said(id, 'accept'))
    const added = said('own-1', 'add', { values: { ...values, metric: 'injured', count: { low: 2, high: 2 } } })
    const start = sheet.text.indexOf('two nurses')
    await code(one, coding.id, { ...added, start, end: start + 10 })

    // The other sees nothing of it, and nobody does before both are done.
    const { body: others } = await two.client.call('showCoding', { params })
    expect(others.answers).toEqual([])
    expect(JSON.stringify(others)).not.toContain('own-1')
    expect(await refusal(two.client.call('showAgreement', { params }))).toBe('coding-under-way')
    expect(await refusal(owner.client.call('showAgreement', { params }))).toBe('coding-under-way')
    const { body: log } = await owner.client.call('showLog', { query: { limit: 500 }, names: 'show' })
    expect(JSON.stringify(log)).not.toContain('own-1')

    expect(await refusal(two.client.call('finishCoding', { params }))).toBe('coding-unfinished')
    for (const { id } of sheet.claims) await code(two, coding.id, said(id, 'accept'))
    await one.client.call('finishCoding', { params })
    expect(await refusal(code(one, coding.id, said(killed.id, 'accept')))).toBe('coding-over')
    const { body: finished } = await two.client.call('finishCoding', { params })
    expect(finished.state).toBe('ready')

    const { body: agreement } = await owner.client.call('showAgreement', { params })
    const byField = new Map(agreement.agreement.map((row) => [row.field, row]))
    const n = sheet.claims.length
    expect(byField.get('claim')).toMatchObject({ units: n + 1, percent: n / (n + 1) })
    expect(byField.get('count')).toMatchObject({ units: n, percent: (n - 1) / n })
    const disputed = agreement.units.flatMap(({ unit, fields }) =>
      fields.filter(({ agree }) => !agree).map(({ field }) => ({ unit, field, take: 'first' as const })),
    )
    expect(disputed.map(({ unit, field }) => [unit, field])).toContainEqual(['own-1', 'claim'])
    expect(disputed.map(({ unit, field }) => [unit, field])).toContainEqual([killed.id, 'count'])

    const reason = 'the paper edition says so'
    const { version } = agreement.coding
    const [first, ...rest] = disputed
    expect(first).toBeDefined()
    expect(
      await refusal(owner.client.call('settleCoding', { params, body: { decisions: rest, reason }, version })),
    ).toBe('not-settled')
    const { body: settled } = await owner.client.call('settleCoding', {
      params,
      body: { decisions: disputed, reason },
      version,
    })
    expect(settled.state).toBe('settled')
    const { body: after } = await owner.client.call('readDocument', { params: { id: document } })
    expect(after.claims.find(({ id }) => id === killed.id)).toMatchObject({ low: 5, high: 5 })
    expect(after.claims.find(({ id }) => id === wounded.id)?.reviews).toMatchObject([{ decision: 'accept', reason }])
    expect(after.claims.find(({ quote }) => quote === 'two nurses')).toMatchObject({ metric: 'injured', low: 2 })
    const { body: sum } = await owner.client.call('sumAgreement', {})
    expect(sum.documents).toBe(1)
  })

  test('a preview tells what a merge makes, and keeps nothing', { timeout: 60_000 }, async () => {
    const { body } = await owner.client.call('listIncidents', { query: { kind: 'incident' } })
    const [left, right] = body.items
    if (left === undefined || right === undefined) throw new Error('too few incidents')
    const ask = { left: left.id, right: right.id, verdict: 'same' as const }
    const { body: preview } = await owner.client.call('previewJudgement', { body: ask })
    expect(preview.before.map(({ id }) => id).sort()).toEqual([left.id, right.id].sort())
    expect(preview.after).toHaveLength(1)
    expect((await owner.client.call('listIncidents', { query: { kind: 'incident' } })).body).toEqual(body)

    const { version } = await owner.client.call('showIncident', { params: { code: left.id }, query: {} })
    await owner.client.call('judge', { body: { ...ask, reason: 'one strike' }, version: version ?? '' })
    const { body: merged } = await owner.client.call('showIncident', { params: { code: right.id }, query: {} })
    const { id, killed, injured, claims } = merged
    expect(preview.after[0]).toMatchObject({ id, killed, injured, claims })
    // Taken apart again in thought: the same two.
    const { body: apart } = await owner.client.call('previewJudgement', { body: { code: id, claims: right.claims } })
    expect(apart.after.map((incident) => incident.killed)).toEqual(expect.arrayContaining([left.killed, right.killed]))
  })

  test('documents are given to somebody and marked, several at once', { timeout: 60_000 }, async () => {
    const { body } = await one.client.call('listDocuments', { query: {} })
    const documents = body.items.map(({ id }) => id)
    expect(body.items.map(({ desk }) => desk?.state)).toEqual(documents.map(() => 'new'))
    const seen = async () =>
      (await one.client.call('listDocuments', { query: {} })).body.items.map(({ id, desk }) => ({
        id,
        version: desk?.version ?? '',
      }))
    await one.client.call('deskDocuments', { body: { documents: await seen(), assignee: coders[1] } })
    await two.client.call('deskDocuments', { body: { documents: (await seen()).slice(0, 1), state: 'done' } })
    const find = async (query: { state?: 'new' | 'done'; assignee?: string }) =>
      (await one.client.call('listDocuments', { query })).body.items
    expect(await find({ assignee: coders[1] })).toHaveLength(documents.length)
    expect(await find({ assignee: 'nobody' })).toEqual([])
    const [done] = await find({ state: 'done' })
    expect(done?.desk).toMatchObject({ state: 'done', assignee: { id: coders[1] } })
    expect(await find({ state: 'new' })).toHaveLength(documents.length - 1)
    await one.client.call('deskDocuments', { body: { documents: await seen(), assignee: null } })
    expect(await find({ assignee: 'nobody' })).toHaveLength(documents.length)
    const nobody = '00000000-0000-4000-8000-000000000000'
    const wrong = { documents: await seen(), assignee: nobody }
    expect(await refusal(one.client.call('deskDocuments', { body: wrong }))).toBe('not-found')
  })

  test('outlets and the work of workers are told', { timeout: 60_000 }, async () => {
    const { body } = await one.client.call('listOutlets', {})
    expect(body.items).toContainEqual(
      expect.objectContaining({ outlet: 'The Mill Post', documents: 1, first: '2024-03-12', languages: ['en'] }),
    )
    const { body: status } = await owner.client.call('showStatus', {})
    expect(status.toLink).toBe(0)
  })

  describe('of two who write from one version, one wins and the other is told both', () => {
    beforeAll(async () => {
      // A toll that the record does not explain: a check.
      const text =
        '20 April 2024 - Nine people were killed when an airstrike hit the Syrian city of Aleppo on Saturday, doctors said. More than 400 people have been killed in Aleppo since January.'
      const { body } = await owner.client.call('addReport', { body: { text, name: 'toll', published: '2024-04-20' } })
      await (await owner.send(`/api/uploads/${body.id}/events`)).text()
    })

    for (const [name, prepare] of Object.entries(WRITES))
      test(name, { timeout: 60_000 }, async () => {
        const [first, second] = coders
        const tries = await prepare({
          owner,
          coders: [
            { id: first, asker: one },
            { id: second, asker: two },
          ],
        })
        const { kept, refused } = await written(tries, !IN_ORDER.has(name as never))
        expect(refused).toMatchObject([{ status: 409, seen: expect.any(String), now: expect.any(String) }])
        expect(kept).toBe(1)
        expect(refused[0]?.now).not.toBe(refused[0]?.seen)
      })
  })

  describe('what is told of places, time and change', { timeout: 60_000 }, () => {
    const aleppo = async () => {
      const { body } = await owner.client.call('listIncidents', { query: { place: 'Aleppo', kind: 'incident' } })
      return body.items[0]?.id ?? ''
    }

    test('incidents near a point, the nearest first, and the area that holds it', async () => {
      const near = async (km: number) =>
        (await owner.client.call('placesNear', { query: { lat: 36.2, lon: 37.16, km } })).body
      const { area, items } = await near(20)
      expect(area).toMatchObject({ country: 'SY' })
      expect(items.map(({ code }) => code)).toContain(await aleppo())
      expect(items.map(({ km }) => km)).toEqual(items.map(({ km }) => km).sort((a, b) => a - b))
      expect(items.every(({ km }) => km <= 20)).toBe(true)
      const { body } = await owner.client.call('placesNear', { query: { lat: 0, lon: -30 } })
      expect(body).toEqual({ area: null, items: [] })
    })

    test('an incident as it was known on a day, its history, and what each codebook makes of it', async () => {
      const params = { code: await aleppo() }
      const { body: now } = await owner.client.call('showIncident', { params, query: {} })
      const then = await owner.client.call('showIncident', { params, query: { asOf: '2024-04-20' } })
      expect(then.body).toMatchObject({ id: now.id, killed: now.killed })
      // What is no longer so can't be written to.
      expect(then.version).not.toMatch(/^"[0-9a-f]{16}\./)
      const before = owner.client.call('showIncident', { params, query: { asOf: '2024-04-01' } })
      await expect(before).rejects.toMatchObject({ problem: { status: 404 } })
      const { body: history } = await owner.client.call('showHistory', { params })
      expect(history.items.length).toBeGreaterThan(0)
      const { body: codebooks } = await owner.client.call('compareIncident', { params })
      expect(Object.keys(codebooks.items[0] ?? {}).length).toBeGreaterThan(2)
    })

    test('changes of the record are told as they come', async () => {
      const stop = new AbortController()
      const reply = await one.send('/api/changes', { signal: stop.signal })
      expect(reply.headers.get('content-type')).toContain('text/event-stream')
      const reader = reply.body?.getReader()
      const versions: string[] = []
      const next = async (): Promise<string> => {
        for (let text = ''; ; ) {
          const { value } = (await reader?.read()) ?? {}
          text += new TextDecoder().decode(value)
          const version = /event: record\ndata: (.*)\n\n/.exec(text)?.[1]
          if (version !== undefined) return version
        }
      }
      versions.push(await next())
      const text = '2 May 2024 - Two civilians were killed when shells hit Tell Aswaf, rescuers said.'
      await owner.client.call('addReport', { body: { text, name: 'told' } })
      versions.push(await next())
      expect(new Set(versions).size).toBe(2)
      stop.abort()
    })
  })

  describe('who asks too often, or for what is sensitive', { timeout: 60_000 }, () => {
    test('every sensitive act asks for the password once the session was confirmed too long ago', async () => {
      const store = await openStore({ data: served.data, databaseUrl: null })
      await ask(store, `update sessions set confirmed_at = now() - interval '1 hour'`)
      await store.close()
      const code = async (): Promise<string> =>
        ((await (await post(owner, '/api/account/totp', {})).json()) as { code?: string }).code ?? ''
      // Who it is, is remembered for some seconds.
      for (let tries = 0; (await code()) !== 'confirm-first' && tries < 30; tries++)
        await new Promise((done) => setTimeout(done, 500))
      const sensitive = Object.entries(ROUTES as Readonly<Record<string, Route>>).filter(
        ([, { sensitive }]) => sensitive,
      )
      expect(sensitive.length).toBeGreaterThan(8)
      for (const [name, { method, path }] of sensitive) {
        const address = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
        const reply = await owner.send(address, { method: method.toUpperCase(), headers: { 'x-sijil': '1' } })
        expect(await reply.json(), name).toMatchObject({ status: 403, code: 'confirm-first' })
      }
      expect((await post(owner, '/api/session/confirm', { password: PASSWORD })).status).toBe(200)
      expect(await code()).toBe('')
      await owner.send('/api/account/totp', { method: 'DELETE', headers: { 'x-sijil': '1' } })
    })

    test('a flood is told to slow down', async () => {
      const replies = await Promise.all(Array.from({ length: 150 }, () => served.nobody.send('/api/health')))
      const refused = replies.filter(({ status }) => status === 429)
      expect(refused.length).toBeGreaterThan(0)
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
      // Who signed in is counted by themselves.
      expect((await owner.send('/api/incidents')).status).toBe(200)
    })
  })
})
