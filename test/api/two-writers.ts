import { ApiProblem } from '@sijil/core/contract/api/client.js'
import type { ProblemReply } from '@sijil/core/contract/api/problem-reply.js'
import type { RouteName, Routes } from '@sijil/core/contract/api/routes.js'
import { NO_ANSWER } from '@sijil/core/contract/no-answer.js'
import { type Asker, unique } from '../../packages/server/src/testing/served.ts'

/** Routes that change what is there: one without a row below does not compile. */
type Changing = {
  [N in RouteName]: Routes[N] extends { readonly versioned: true } | { readonly writes: 'tells' } ? N : never
}[RouteName]

/** Two writes from one version of one thing. */
type Two = readonly [() => Promise<unknown>, () => Promise<unknown>]

export interface Writers {
  readonly owner: Asker
  readonly coders: readonly [
    { readonly id: string; readonly asker: Asker },
    { readonly id: string; readonly asker: Asker },
  ]
}

const why = { reason: 'a test' }
const bytes = (text: string) => new TextEncoder().encode(text)
const params = (id: string) => ({ params: { id } })

export const WRITES: { readonly [N in Changing]: (writers: Writers) => Promise<Two> } = {
  judge: async ({ owner }) => {
    const [left, right, third] = [await freshIncident(owner), await freshIncident(owner), await freshIncident(owner)]
    const version = await versionOf(owner, left)
    // A verdict that leaves every figure as it is.
    const verdict = (right: string) =>
      owner.client.call('judge', { body: { left, right, verdict: 'different', ...why }, version })
    return [() => verdict(right), () => verdict(third)]
  },
  splitIncident: async ({ owner }) => {
    const several = (await incidents(owner)).find(({ claims }) => claims.length > 1)
    const code = several?.id ?? ''
    const version = await versionOf(owner, code)
    const split = (reason: string) => () =>
      owner.client.call('splitIncident', {
        params: { code },
        body: { claims: several?.claims.slice(0, 1) ?? [], reason },
        version,
      })
    return [split('another street'), split('another hour')]
  },
  reviewClaim: async ({ owner, coders: [{ asker }] }) => {
    const claim = await fresh(owner)
    const review = (who: Asker, decision: 'accept' | 'reject') => () =>
      who.client.call('reviewClaim', {
        ...params(claim.id),
        body: { field: 'claim', decision, ...why },
        version: claim.version ?? '',
      })
    return [review(owner, 'accept'), review(asker, 'reject')]
  },
  reviewIncident: async ({ owner }) => {
    const [incident] = await incidents(owner)
    const code = incident?.id ?? ''
    const version = await versionOf(owner, code)
    const review = (reason: string) => () =>
      owner.client.call('reviewIncident', {
        params: { code },
        body: { field: 'incident', decision: 'accept', reason },
        version,
      })
    return [review('one'), review('two')]
  },
  reviewCheck: async ({ owner }) => {
    const { body } = await owner.client.call('listChecks', { query: { open: true } })
    const [check] = body.items
    const review = (decision: 'accept' | 'dismiss') => () =>
      owner.client.call('reviewCheck', {
        ...params(check?.id ?? ''),
        body: { decision, ...why },
        version: check?.version ?? '',
      })
    return [review('accept'), review('dismiss')]
  },
  withdrawReview: async ({ owner }) => {
    const claim = await fresh(owner)
    const body = { field: 'claim', decision: 'accept', ...why } as const
    const made = await owner.client.call('reviewClaim', { ...params(claim.id), body, version: claim.version ?? '' })
    const { id, version } = made.body.review
    const withdraw = () => owner.client.call('withdrawReview', { ...params(id), body: why, version })
    return [withdraw, withdraw]
  },
  withdrawJudgement: async ({ owner }) => {
    const { body } = await owner.client.call('listJudgements', { query: {} })
    const standing = body.items.find(({ withdrawn }) => withdrawn === null)
    const { id = '', version = '' } = standing ?? {}
    const withdraw = () => owner.client.call('withdrawJudgement', { ...params(id), body: why, version })
    return [withdraw, withdraw]
  },
  codeClaim: async (writers) => {
    const { id, claims } = await coding(writers)
    const [{ asker }] = writers.coders
    // One person on two pages.
    const code = (verdict: 'accept' | 'reject') => () =>
      asker.client.call('codeClaim', {
        ...params(id),
        body: { claim: claims[0] ?? '', verdict, values: null, start: null, end: null },
        version: NO_ANSWER,
      })
    return [code('accept'), code('reject')]
  },
  settleCoding: async (writers) => {
    const { id, claims } = await coding(writers)
    for (const { asker } of writers.coders) {
      for (const claim of claims) {
        const body = { claim, verdict: 'accept', values: null, start: null, end: null } as const
        await asker.client.call('codeClaim', { ...params(id), body, version: NO_ANSWER })
      }
      await asker.client.call('finishCoding', params(id))
    }
    const { body } = await writers.owner.client.call('showAgreement', params(id))
    const settle = () =>
      writers.owner.client.call('settleCoding', {
        ...params(id),
        body: { decisions: [], ...why },
        version: body.coding.version,
      })
    return [settle, settle]
  },
  deskDocuments: async ({ owner, coders }) => {
    const { body } = await owner.client.call('listDocuments', { query: {} })
    const documents = body.items.map(({ id, desk }) => ({ id, version: desk?.version ?? '' }))
    const give = (assignee: string) => () => owner.client.call('deskDocuments', { body: { documents, assignee } })
    return [give(coders[0].id), give(coders[1].id)]
  },
  moveDocuments: async ({ owner }) => {
    const claim = await fresh(owner)
    const move = async () => {
      const { body } = await owner.client.call('addCollection', { body: { name: unique() } })
      return () =>
        owner.client.call('moveDocuments', { params: { id: body.id }, body: { from: 1, documents: [claim.document] } })
    }
    return [await move(), await move()]
  },
  sendUpload: async ({ owner }) => {
    const { body } = await owner.client.call('startUpload', { body: { name: 'two.txt', size: 2 } })
    const send = (text: string) => () =>
      owner.client.call('sendUpload', { ...params(body.id), query: { from: 0 }, bytes: bytes(text) })
    return [send('a'), send('b')]
  },
  importGazetteer: async ({ owner }) => {
    const name = unique()
    const replaces = await gazetteer(owner, name, 'Tell One')
    return [() => gazetteer(owner, name, 'Tell Two', replaces), () => gazetteer(owner, name, 'Tell Three', replaces)]
  },
  removeGazetteer: async ({ owner }) => {
    const name = unique()
    const version = await gazetteer(owner, name, 'Tell One')
    return [
      () => gazetteer(owner, name, 'Tell Two', version),
      () => owner.client.call('removeGazetteer', { params: { name }, version }),
    ]
  },
  importOrganisations: async ({ owner }) => {
    const name = unique()
    const replaces = await organisations(owner, name, 'A Committee')
    return [
      () => organisations(owner, name, 'B Committee', replaces),
      () => organisations(owner, name, 'C Committee', replaces),
    ]
  },
  removeOrganisations: async ({ owner }) => {
    const name = unique()
    const version = await organisations(owner, name, 'A Committee')
    return [
      () => organisations(owner, name, 'B Committee', version),
      () => owner.client.call('removeOrganisations', { params: { name }, version }),
    ]
  },
  changeView: async ({ owner }) => {
    const { id, version } = await view(owner)
    const change = (minKilled: number) => () =>
      owner.client.call('changeView', { ...params(id), body: { name: unique(), search: { minKilled } }, version })
    return [change(1), change(2)]
  },
  removeView: async ({ owner }) => {
    const { id, version } = await view(owner)
    return [
      () => owner.client.call('changeView', { ...params(id), body: { name: unique(), search: {} }, version }),
      () => owner.client.call('removeView', { ...params(id), version }),
    ]
  },
  changePerson: async ({ owner }) => {
    const email = `${unique()}@example.org`
    const { body } = await owner.client.call('addPerson', { body: { email, name: 'New', grants: [] } })
    const { id, version } = body.person
    const grant = (role: 'viewer' | 'coder') => () =>
      owner.client.call('changePerson', { ...params(id), body: { grants: [{ collection: 1, role }] }, version })
    return [grant('viewer'), grant('coder')]
  },
  setRedaction: async ({ owner }) => {
    const { body, version } = await owner.client.call('showRedaction', {})
    const coarsen = (grid: number) => () =>
      owner.client.call('setRedaction', { body: { ...body, public: { names: 'never', grid } }, version: version ?? '' })
    return [coarsen(0.2), coarsen(0.5)]
  },
}

/** What came of two writes: how many were kept, and why the others were not. */
export const written = async (
  [first, second]: Two,
  together: boolean,
): Promise<{ readonly kept: number; readonly refused: readonly ProblemReply[] }> => {
  const tries = together
    ? await Promise.allSettled([first(), second()])
    : [...(await Promise.allSettled([first()])), ...(await Promise.allSettled([second()]))]
  return {
    kept: tries.filter(({ status }) => status === 'fulfilled').length,
    refused: tries.flatMap((one) => {
      if (one.status === 'fulfilled') return []
      if (one.reason instanceof ApiProblem) return [one.reason.problem]
      throw one.reason
    }),
  }
}

/** What must come in the order told: the first makes the version that the second did not see. */
export const IN_ORDER: ReadonlySet<Changing> = new Set([
  'sendUpload',
  'importGazetteer',
  'removeGazetteer',
  'importOrganisations',
  'removeOrganisations',
  'removeView',
])

const incidents = async (owner: Asker) =>
  (await owner.client.call('listIncidents', { query: { kind: 'incident' } })).body.items

const versionOf = async (owner: Asker, code: string): Promise<string> =>
  (await owner.client.call('showIncident', { params: { code }, query: {} })).version ?? ''

/** The code of an incident that nobody did anything with. */
const freshIncident = async (owner: Asker): Promise<string> => (await fresh(owner)).incidents[0]?.id ?? ''

/** A claim of a report that nobody did anything with. */
const fresh = async (owner: Asker) => {
  const name = unique()
  const text = `12 May 2024 - Five civilians were killed and two others were wounded when shells hit Deir ${name}, rescuers said.`
  const { body } = await owner.client.call('addReport', { body: { text, name } })
  await (await owner.send(`/api/uploads/${body.id}/events`)).text()
  const { body: claims } = await owner.client.call('listClaims', { query: { doc: name } })
  const [claim] = claims.items
  if (claim === undefined) throw new Error('nothing was read')
  return claim
}

const coding = async ({ owner, coders }: Writers) => {
  const { document } = await fresh(owner)
  const body = { document, coders: [coders[0].id, coders[1].id] as [string, string] }
  const { body: made } = await owner.client.call('assignCoding', { body })
  const { body: sheet } = await coders[0].asker.client.call('showCoding', params(made.id))
  return { id: made.id, claims: sheet.claims.map(({ id }) => id) }
}

const view = async (owner: Asker) =>
  (await owner.client.call('addView', { body: { page: 'map', name: unique(), search: {} } })).body

const ended = async (owner: Asker, task: string): Promise<void> => {
  await (await owner.send(`/api/tasks/${task}/events`)).text()
}

/** Imports a gazetteer, in the place of another if told; gives its version. */
const gazetteer = async (owner: Asker, name: string, place: string, replaces?: string): Promise<string> => {
  const query = { file: 'own.csv', name, ...(replaces === undefined ? {} : { replaces }) }
  const table = bytes(`name,lat,lon,country,kind\n${place},36.41,37.22,SY,village\n`)
  await ended(owner, (await owner.client.call('importGazetteer', { query, bytes: table })).body.id)
  const { body } = await owner.client.call('listGazetteers', {})
  return body.items.find((one) => one.name === name)?.sha256 ?? ''
}

/** The same of a table of organisations. */
const organisations = async (owner: Asker, name: string, called: string, replaces?: string): Promise<string> => {
  const query = { file: 'own.csv', name, ...(replaces === undefined ? {} : { replaces }) }
  const table = bytes(`name,key,type\n${called},${unique()},civil_defence\n`)
  await ended(owner, (await owner.client.call('importOrganisations', { query, bytes: table })).body.id)
  const { body } = await owner.client.call('listOrganisations', {})
  return body.items.find((one) => one.name === name)?.sha256 ?? ''
}
