import { randomUUID } from 'node:crypto'
import { atLeast, ROLES, type Role } from '@sijil/core/contract/api/role.js'
import type { Route } from '@sijil/core/contract/api/route.js'
import { ROUTES, type RouteName } from '@sijil/core/contract/api/routes.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt } from '../../packages/server/src/testing/child.ts'
import { type Asker, PASSWORD } from '../../packages/server/src/testing/served.ts'
import { FOREIGN, makeWorld, NAME, type Things, type World } from './world.ts'

/** How a route is asked in the matrix. */
interface Ask {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: string
  readonly body?: unknown
  readonly bytes?: string
  /** What comes when the right to ask was shown; the route's own status unless told. */
  readonly gives?: number
}

interface Row {
  /** Of things that they may read. */
  readonly ask: (things: Things, world: World) => Ask
  /** Whether the same about things of a foreign collection is not there; null where it names no such thing. */
  readonly foreign: 404 | null
}

const NOBODY = '00000000-0000-4000-8000-000000000000'
const NO_ID = '0'.repeat(32)
const why = { reason: 'a test' }
const plain: Row = { ask: () => ({}), foreign: null }
const of = (ask: (things: Things, world: World) => Ask): Row => ({ ask, foreign: 404 })
const only = (ask: (things: Things, world: World) => Ask): Row => ({ ask, foreign: null })
const incident = of(({ incident: code }) => ({ path: { code } }))
const document = of(({ document: id }) => ({ path: { id } }))

/** A row for each route: a new route without one does not compile, and fails. Writes say what is stale, so that nothing changes. */
const ROWS: { readonly [N in RouteName]: Row } = {
  listIncidents: plain,
  incidentPoints: plain,
  showIncident: incident,
  compareIncident: incident,
  showHistory: incident,
  listDocuments: plain,
  showDocument: document,
  readDocument: document,
  deskDocuments: {
    ask: ({ document: id }) => ({ body: { documents: [{ id, version: '0000' }], state: 'reading' }, gives: 409 }),
    foreign: 404,
  },
  listOutlets: plain,
  listCopies: document,
  listClaims: plain,
  showClaim: of(({ claim }) => ({ path: { id: claim } })),
  listTolls: plain,
  listJudgements: plain,
  judge: of(({ incident: code }) => ({ body: { left: code, right: code, verdict: 'different', ...why }, gives: 409 })),
  splitIncident: of(({ incident: code, claim }) => ({ path: { code }, body: { claims: [claim], ...why }, gives: 409 })),
  previewJudgement: of(({ incident: code }) => ({ body: { left: code, right: code, verdict: 'same' } })),
  withdrawJudgement: only(() => ({ path: { id: NO_ID }, body: why, gives: 404 })),
  listReviews: plain,
  reviewQueue: plain,
  reviewClaim: of(({ claim }) => ({
    path: { id: claim },
    body: { field: 'claim', decision: 'accept', ...why },
    gives: 409,
  })),
  addClaim: of(({ document: doc }) => ({
    body: { doc, start: 5, end: 1, metric: 'killed', count: { low: 1, high: 1 }, ...why },
    gives: 422,
  })),
  reviewIncident: of(({ incident: code }) => ({
    path: { code },
    body: { field: 'incident', decision: 'accept', ...why },
    gives: 409,
  })),
  listChecks: plain,
  reviewCheck: only(() => ({ path: { id: NO_ID }, body: { decision: 'accept', ...why }, gives: 404 })),
  withdrawReview: only(() => ({ path: { id: NO_ID }, body: why, gives: 404 })),
  listCoders: plain,
  listCodings: plain,
  assignCoding: of(({ document }) => ({ body: { document, coders: [NOBODY, NOBODY] }, gives: 404 })),
  showCoding: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  codeClaim: only(() => ({
    path: { id: NOBODY },
    body: { claim: NO_ID, verdict: 'accept', values: null, start: null, end: null },
    gives: 404,
  })),
  finishCoding: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  showAgreement: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  sumAgreement: plain,
  settleCoding: only(() => ({ path: { id: NOBODY }, body: { decisions: [], ...why }, gives: 404 })),
  listImports: plain,
  showImport: of((things) => ({ path: { id: things.import } })),
  listImportFiles: of((things) => ({ path: { id: things.import } })),
  startUpload: {
    ask: (_, { collection }) => ({ body: { name: 'x.txt', size: 1, collection }, gives: 404 }),
    foreign: null,
  },
  showUpload: of(({ upload }) => ({ path: { id: upload } })),
  sendUpload: of(({ upload }) => ({ path: { id: upload }, bytes: 'x', gives: 409 })),
  followUpload: of(({ upload }) => ({ path: { id: upload } })),
  addReport: {
    ask: (_, { collection }) => ({ body: { text: 'x', name: 'x', collection }, gives: 404 }),
    foreign: null,
  },
  retryImport: of((things) => ({ path: { id: things.import }, gives: 422 })),
  search: only(() => ({ query: 'q=Dunya' })),
  searchPlaces: only(() => ({ query: 'name=Aleppo' })),
  placesNear: only(() => ({ query: 'lat=35&lon=37' })),
  listGazetteers: plain,
  importGazetteer: only(() => ({ query: 'file=empty.csv', bytes: 'name,lat,lon\n' })),
  applyGazetteers: plain,
  removeGazetteer: only(() => ({ path: { name: 'none' }, gives: 404 })),
  listOrganisations: plain,
  importOrganisations: only(() => ({ query: 'file=empty.csv', bytes: 'name\n' })),
  removeOrganisations: only(() => ({ path: { name: 'none' }, gives: 404 })),
  extractText: only(() => ({ body: { text: 'Two civilians were killed in Aleppo on Monday.' } })),
  locateText: only(() => ({ body: { texts: [{ id: '1', text: 'Shells hit Aleppo.' }] } })),
  listTasks: plain,
  showTask: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  followTask: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  rereadDocuments: plain,
  exportIncidents: only(() => ({ query: 'format=json' })),
  listViews: plain,
  addView: only(() => ({ body: { page: 'incidents', name: `v${randomUUID()}`, search: { search: 'x' } } })),
  changeView: only(() => ({ path: { id: NOBODY }, body: { name: 'x', search: {} }, gives: 404 })),
  removeView: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  showSession: plain,
  setUp: only(() => ({
    body: { secret: 'x'.repeat(30), email: 'x@example.org', name: 'x', password: PASSWORD },
    gives: 403,
  })),
  signIn: only(() => ({ body: { email: `${randomUUID()}@example.org`, password: 'x' }, gives: 401 })),
  join: only(() => ({ body: { secret: randomUUID(), password: PASSWORD }, gives: 403 })),
  signOut: only(() => ({ gives: 204 })),
  confirmSession: only(() => ({ body: { password: PASSWORD } })),
  // The server of the test goes by an address, which has no passkeys.
  startPasskeySignIn: only(() => ({ gives: 422 })),
  passkeySignIn: only(() => ({ body: { ceremony: 'x'.repeat(30), credential: { id: 'x' } }, gives: 401 })),
  confirmByPasskey: only(() => ({ body: { ceremony: 'x'.repeat(30), credential: { id: 'x' } }, gives: 401 })),
  listPasskeys: plain,
  startPasskey: only(() => ({ gives: 422 })),
  addPasskey: only(() => ({ body: { name: 'x', ceremony: 'x'.repeat(30), credential: { id: 'x' } }, gives: 422 })),
  removePasskey: only(() => ({ path: { id: 'x' }, gives: 404 })),
  providerSignIn: plain,
  providerReturn: plain,
  linkProvider: only(() => ({ gives: 404 })),
  listIdentities: plain,
  unlinkProvider: plain,
  listSessions: plain,
  endSession: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  changePassword: only(() => ({ body: { current: PASSWORD, password: PASSWORD } })),
  startTotp: plain,
  confirmTotp: only(() => ({ body: { code: '000000' }, gives: 401 })),
  stopTotp: plain,
  listTokens: plain,
  makeToken: only(() => ({ body: { name: 'x', scope: 'read' } })),
  endToken: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  listPeople: plain,
  addPerson: only(() => ({ body: { email: 'owner@example.org', name: 'x', grants: [] }, gives: 409 })),
  changePerson: only(() => ({ path: { id: NOBODY }, body: {}, gives: 404 })),
  invitePerson: only(() => ({ path: { id: NOBODY }, gives: 404 })),
  listCollections: plain,
  addCollection: only(() => ({ body: { name: 'main' }, gives: 409 })),
  moveDocuments: only(() => ({ path: { id: 1 }, body: { from: 99, documents: [NO_ID] }, gives: 404 })),
  showRedaction: plain,
  setRedaction: only(() => ({
    body: {
      public: { names: 'never', grid: 0.1 },
      viewer: { names: 'never', grid: null },
      coder: { names: 'never', grid: null },
      reviewer: { names: 'on-request', grid: null },
      admin: { names: 'on-request', grid: null },
    },
    gives: 409,
  })),
  showLog: plain,
  verifyRecord: plain,
  showStatus: plain,
  health: plain,
  openapi: plain,
  reference: plain,
  doctor: plain,
  backUp: only(() => ({ body: { passphrase: PASSWORD } })),
  changes: plain,
}

type Asking = Role | 'nobody' | 'owner'

/** What a cell of the matrix must be: the status for somebody who asks of what they may read. */
const expected = (route: Route, asking: Asking, gives: number): number => {
  if (route.needs === 'anyone') return gives
  if (asking === 'nobody') return 401
  if (asking === 'owner' || route.needs === 'signed-in') return gives
  if (route.everywhere) return 403
  return atLeast(asking, route.needs) ? gives : 403
}

describe.runIf(isBuilt)('route × role × collection', { timeout: 180_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  }, 300_000)
  afterAll(() => world?.remove())

  const send = async (asker: Asker, name: RouteName, { path = {}, query, body, bytes }: Ask, more = '') => {
    const route: Route = ROUTES[name]
    const address = route.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(path[key])))
    const search = [query, more].filter(Boolean).join('&')
    const stop = new AbortController()
    const response = await asker.send(search === '' ? address : `${address}?${search}`, {
      method: route.method.toUpperCase(),
      headers: {
        'x-sijil': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(route.versioned ? { 'if-match': '"0000"' } : {}),
      },
      body: bytes ?? (body === undefined ? null : JSON.stringify(body)),
      signal: stop.signal,
    })
    // Events of the record have no end of their own.
    if (name === 'changes' && response.ok) {
      stop.abort()
      return { status: response.status, text: '' }
    }
    return { status: response.status, text: await response.text() }
  }

  const askerOf = (asking: Asking): Asker =>
    asking === 'nobody' ? world.served.nobody : asking === 'owner' ? world.owner : world.people[asking]

  const ASKING: readonly Asking[] = ['nobody', ...ROLES, 'owner']
  const names = Object.keys(ROUTES) as RouteName[]

  test('every route has its row', () => {
    expect(Object.keys(ROWS).sort()).toEqual([...names].sort())
  })

  // Those that end what the others need come last, by asking with sessions of their own.
  const ending: readonly RouteName[] = ['signOut']

  for (const name of names.filter((one) => !ending.includes(one)))
    test(`${name}: of what they may read`, async () => {
      const row = ROWS[name]
      for (const asking of ASKING) {
        const ask = row.ask(world.ours, world)
        // The owner may write into any collection.
        if (asking === 'owner' && (name === 'startUpload' || name === 'addReport')) continue
        const { status, text } = await send(askerOf(asking), name, ask)
        expect(status, `${asking}: ${text.slice(0, 300)}`).toBe(
          expected(ROUTES[name], asking, ask.gives ?? ROUTES[name].status),
        )
        if (asking !== 'owner') expect(text, `${asking} sees what is foreign`).not.toContain(FOREIGN)
        expect(text, `${asking} sees a name`).not.toMatch(/Lamis|Dorvan/)
      }
    })

  for (const name of names.filter((one) => ROWS[one].foreign !== null))
    test(`${name}: of a foreign collection`, async () => {
      for (const role of ROLES) {
        const ask = ROWS[name].ask(world.theirs, world)
        const { status, text } = await send(world.people[role], name, ask)
        const wanted = expected(ROUTES[name], role, 0) === 403 ? 403 : 404
        expect(status, `${role}: ${text.slice(0, 300)}`).toBe(wanted)
        // What is not there is told in the words of the question alone.
        expect(text).not.toContain(FOREIGN)
      }
    })

  test('names are shown to whoever has the right and asks, and the log keeps each look', async () => {
    const looks = async () =>
      (await world.owner.client.call('showLog', { query: { limit: 500 } })).body.items.filter(
        ({ kind }) => kind === 'look',
      )
    const path = { id: world.ours.document }
    for (const role of ['public', 'viewer', 'coder'] as const)
      expect((await send(world.people[role], 'showDocument', { path }, 'names=show')).status).toBe(403)
    const before = (await looks()).length
    const { text } = await send(world.people.reviewer, 'readDocument', { path }, 'names=show')
    expect(text).toContain(NAME)
    const after = await looks()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.body).toContain(world.ours.document)
    expect(after.at(-1)?.body).toContain('readDocument')
    const exported = await send(world.people.admin, 'exportIncidents', { query: 'format=csv' }, 'names=show')
    expect(exported.text).toContain(NAME)
    expect(await looks()).toHaveLength(before + 2)
  })

  test('masks keep every offset of a text', async () => {
    const path = { id: world.ours.document }
    const masked = JSON.parse((await send(world.people.viewer, 'readDocument', { path })).text) as { text: string }
    const shown = JSON.parse((await send(world.people.reviewer, 'readDocument', { path }, 'names=show')).text) as {
      text: string
    }
    expect(masked.text).toHaveLength(shown.text.length)
    expect(masked.text).toContain('█'.repeat(NAME.length))
  })

  test('neither a hit nor a count tells a name to whoever may not see it', async () => {
    const find = async (asker: Asker, name: RouteName, query: string, more = '') => {
      const { status, text } = await send(asker, name, { query }, more)
      expect(status, text).toBe(200)
      const { items, incidents } = JSON.parse(text) as Record<'items' | 'incidents', readonly unknown[] | undefined>
      return (items ?? incidents ?? []).length > 0
    }
    for (const query of ['search=Dorvan', 'search=lamis+dorvan', 'search=Kafr+Dorvan', 'actor=Dorv']) {
      for (const name of ['listIncidents', 'incidentPoints', 'listClaims', 'listDocuments'] as const) {
        if (name === 'listDocuments' && query.startsWith('actor')) continue
        expect(await find(world.people.viewer, name, query), `${name} ${query}`).toBe(false)
      }
      const { status, text } = await send(world.people.viewer, 'search', { query: `q=${query.split('=')[1]}` })
      expect(status, text).toBe(200)
      expect(JSON.parse(text), query).toMatchObject({ codes: [], incidents: [], documents: [], outlets: [] })
      expect(await find(world.people.coder, 'exportIncidents', `format=json&${query}`)).toBe(false)
    }
    const counted = JSON.parse(
      (await send(world.people.viewer, 'listClaims', { query: 'search=Dorvan&total=true' })).text,
    )
    const nowhere = JSON.parse(
      (await send(world.people.viewer, 'listClaims', { query: 'search=qqqqq&total=true' })).text,
    )
    expect(counted).toEqual(nowhere)
    expect(await find(world.people.reviewer, 'listDocuments', 'search=Dorvan', 'names=show')).toBe(true)
    expect(await find(world.people.viewer, 'listDocuments', 'search=Dunya')).toBe(true)
    const searched = async (q: string) =>
      JSON.parse((await send(world.people.viewer, 'search', { query: `q=${q}` })).text) as Record<string, object[]>
    const found = await searched('Dunya')
    expect([found.incidents?.length, found.documents?.length].every((n) => n !== undefined && n > 0)).toBe(true)
    expect((await searched('mill')).outlets).toEqual([{ name: 'The Mill Post', documents: 1 }])
    expect((await searched(world.ours.incident.toLowerCase())).codes).toContain(world.ours.incident)
    // Codes and outlets of a foreign collection are not there.
    expect((await searched(world.theirs.incident)).codes).toEqual([])
  })

  test('points are coarse for the public, and say so', async () => {
    const points = async (asker: Asker) =>
      (
        JSON.parse((await send(asker, 'incidentPoints', {})).text) as {
          items: { lat: number | null; lon: number | null }[]
        }
      ).items
    const coarse = await points(world.people.public)
    expect(coarse.filter(({ lat }) => lat !== null).length).toBeGreaterThan(0)
    expect(coarse).not.toEqual(await points(world.people.viewer))
    for (const { lat, lon } of coarse)
      for (const degrees of [lat, lon])
        if (degrees !== null) expect(Math.abs(degrees * 10 - Math.round(degrees * 10))).toBeLessThan(1e-6)
  })

  test('a token does no more than its scope, and nothing that only a person may do', async () => {
    const { body } = await world.owner.client.call('makeToken', { body: { name: 'reader', scope: 'read' } })
    const reader = world.served.asker({ authorization: `Bearer ${body.token}` })
    for (const name of names) {
      const route: Route = ROUTES[name]
      const { status } = await send(reader, name, ROWS[name].ask(world.ours, world))
      const may = route.scope === 'read' && !route.sensitive
      if (!may) expect(status, name).toBe(403)
      else expect(status, name).toBe(ROWS[name].ask(world.ours, world).gives ?? route.status)
    }
    await world.owner.client.call('endToken', { params: { id: body.id } })
    expect((await send(reader, 'listIncidents', {})).status).toBe(401)
  })

  test('signOut: of each who may', async () => {
    for (const asking of [...ROLES, 'owner'] as const) {
      expect((await send(askerOf(asking), 'signOut', {})).status).toBe(204)
      expect((await send(askerOf(asking), 'listIncidents', {})).status).toBe(401)
    }
    expect((await send(world.served.nobody, 'signOut', {})).status).toBe(401)
  })
})
