import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Claim, CountClaim } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import type { ClaimField, IncidentField, Review } from '@sijil/core/model/review.js'
import { seeded } from '@sijil/core/testing/reuse-world.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../store/open-store.ts'
import { pageOfLog } from '../store/queries/log.ts'
import { openTestStore, removeFolder, type TestStore, testFolder } from '../testing/test-store.ts'
import { addClaim } from './add-claim.ts'
import { ingestPaths } from './ingest-paths.ts'
import { judge, judgeAll } from './judge.ts'
import { listClaims } from './list-claims.ts'
import { listIncidentValues } from './list-incidents.ts'
import { recordHash } from './record-hash.ts'
import { reviewCheck } from './review-check.ts'
import { reviewClaim } from './review-claim.ts'
import { reviewIncident } from './review-incident.ts'
import { withdrawJudgement } from './withdraw-judgement.ts'
import { withdrawReview } from './withdraw-review.ts'

const PLACES = ['Kafr Dunya', 'Bani Omran', 'Tel Meshok']
const SPEAKERS = ['rescuers said', 'a hospital official said', 'residents said']
const DOCUMENTS = Array.from({ length: 9 }, (_, i) => ({
  doc: `report${i}`,
  outlet: `Outlet ${i}`,
  published: '2024-03-13',
  text: `${['Four', 'Six', 'Five'][Math.floor(i / 3)]} people were killed when an airstrike hit the village of ${PLACES[i % 3]} on Tuesday, ${SPEAKERS[Math.floor(i / 3)]}. It was quiet there on the day before, and shops had opened late.`,
}))

/** Decisions of people, as the log has them: these alone tell what they did. */
const KINDS: ReadonlySet<string> = new Set(['judgements', 'withdrawal', 'reviews', 'review-withdrawal'])

const decisionsIn = async (store: Store): Promise<readonly { readonly kind: string; readonly body: string }[]> => {
  const entries: { readonly kind: string; readonly body: string }[] = []
  for (let after = 0; ; ) {
    const page = await pageOfLog(store.db, after, 100)
    entries.push(...page.filter(({ kind }) => KINDS.has(kind)).map(({ kind, body }) => ({ kind, body })))
    const last = page.at(-1)
    if (last === undefined) return entries
    after = last.seq
  }
}

/** Makes the decisions of a log again. */
const replay = async (store: Store, entries: Awaited<ReturnType<typeof decisionsIn>>): Promise<void> => {
  for (const { kind, body } of entries) {
    const said = JSON.parse(body)
    if (kind === 'judgements') await judgeAll(store, said.judgements as readonly Judgement[])
    if (kind === 'withdrawal') await withdrawJudgement(store, { ...said, id: said.judgement })
    if (kind === 'review-withdrawal') await withdrawReview(store, { ...said, id: said.review })
    for (const review of (said.reviews ?? []) as readonly Review[]) await reviewAgain(store, review, said.claims?.[0])
  }
}

/** Makes a review again; `claim` is the one that it added. */
const reviewAgain = async (store: Store, review: Review, claim: Claim | undefined): Promise<void> => {
  const { target, on, field, decision, value, by, reason, at } = review
  const said = { by, reason, at }
  if (claim !== undefined) {
    const { document, start, end, metric, count } = claim as CountClaim
    await addClaim(store, { doc: document, start, end, metric, count: { low: count.low, high: count.high }, ...said })
  } else if (target === 'check') {
    await reviewCheck(store, { check: on, decision: decision === 'accept' ? 'accept' : 'dismiss', ...said })
  } else {
    const decided = { decision: decision as 'accept' | 'correct' | 'reject', ...said }
    const corrected = decision === 'correct' ? { value } : {}
    if (target === 'claim')
      await reviewClaim(store, { claim: on, field: field as ClaimField, ...corrected, ...decided })
    else await reviewIncident(store, { code: on, field: field as IncidentField, ...corrected, ...decided })
  }
}

describe('the log of what people decided', () => {
  const stores: TestStore[] = []
  let folder: string
  beforeAll(async () => {
    folder = await testFolder()
    const paths = DOCUMENTS.map(({ doc }) => join(folder, `${doc}.json`))
    for (const [i, path] of paths.entries()) await writeFile(path, JSON.stringify(DOCUMENTS[i]))
    const orders = [paths.map((path) => [path]), paths.toReversed().map((path) => [path]), paths.map((path) => [path])]
    for (const order of orders) {
      const test = await openTestStore()
      stores.push(test)
      for (const own of order) await ingestPaths(test.store, { paths: own, stdin: null, today: '2024-04-01' })
    }
  }, 120_000)
  afterAll(async () => {
    for (const test of stores) await test.remove()
    await removeFolder(folder)
  })

  it('gives the same bytes when it is replayed where the documents came in another order', async () => {
    const [first, second] = stores.map(({ store }) => store) as [Store, Store]
    const untouched = await recordHash(first)
    expect(await recordHash(second)).toBe(untouched)
    await decideAtRandom(first, seeded(17), 12)
    await addMissed(first)
    const entries = await decisionsIn(first)
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(KINDS)
    await replay(second, entries)
    expect(await decisionsIn(second)).toEqual(entries)
    expect(await recordHash(second)).toBe(await recordHash(first))
    expect(await recordHash(first)).not.toBe(untouched)
  }, 240_000)

  // An incident keeps the code that it was first given, which depends on what came first.
  it('gives the same bytes with decisions on incidents and checks where the documents came in the same order', async () => {
    const [first, , third] = stores.map(({ store }) => store) as [Store, Store, Store]
    const before = await recordHash(first)
    await decideOnIncidents(first, seeded(18))
    expect(await recordHash(first)).not.toBe(before)
    await replay(third, await decisionsIn(first))
    expect(await recordHash(third)).toBe(await recordHash(first))
    expect(await codesOf(third)).toEqual(await codesOf(first))
  }, 240_000)
})

const codesOf = async (store: Store): Promise<readonly string[]> => {
  const codes: string[] = []
  for await (const { code } of listIncidentValues(store, {})) codes.push(code)
  return codes.sort()
}

/** Judgements and reviews of some claims, of which some are withdrawn again. */
const decideAtRandom = async (store: Store, random: () => number, count: number): Promise<void> => {
  const claims: string[] = []
  for await (const claim of listClaims(store, { scope: 'incident' })) claims.push(claim.id)
  claims.sort()
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const made: (() => Promise<unknown>)[] = []
  for (let i = 0; i < count; i++) {
    const said = { by: 'a coder', reason: 'known there', at: new Date(Date.UTC(2024, 4, 1, 10, i)).toISOString() }
    const takenBack = { ...said, at: new Date(Date.UTC(2024, 4, 2, 10, i)).toISOString() }
    const [left, right] = [pick(claims), pick(claims)]
    if (i % 2 === 0 && left !== right) {
      const { id } = await judge(store, {
        left,
        right,
        verdict: pick(['same', 'different', 'unsure'] as const),
        ...said,
      })
      made.push(() => withdrawJudgement(store, { id, ...takenBack }))
    } else {
      const correct = {
        field: 'count',
        decision: 'correct',
        value: { low: 1 + Math.floor(9 * random()), high: 12 },
      } as const
      const { review } = await reviewClaim(store, {
        claim: left,
        ...pick([correct, { field: 'claim', decision: 'reject' }, { field: 'status', decision: 'accept' }] as const),
        ...said,
      })
      made.push(() => withdrawReview(store, { id: review.id, ...takenBack }))
    }
  }
  for (const withdraw of made.filter((_, i) => i % 3 === 0)) await withdraw()
  await made[1]?.()
}

/** Decisions on fields of incidents and on their checks, some of which are withdrawn again. */
const decideOnIncidents = async (store: Store, random: () => number): Promise<void> => {
  const incidents: Incident[] = []
  for await (const incident of listIncidentValues(store, {})) incidents.push(incident)
  expect(incidents.some(({ checks }) => checks.length > 0)).toBe(true)
  const made: string[] = []
  for (const [i, { code, checks }] of incidents.entries()) {
    const said = { by: 'a reviewer', reason: 'seen there', at: new Date(Date.UTC(2024, 4, 3, 10, i)).toISOString() }
    const killed = {
      field: 'killed',
      decision: 'correct',
      value: { low: 2, high: 2 + Math.floor(9 * random()) },
    } as const
    const decisions = [killed, { field: 'grade', decision: 'accept' }, { field: 'means', decision: 'reject' }] as const
    for (const decision of decisions) {
      const { review } = await reviewIncident(store, { code, ...decision, ...said })
      made.push(review.id)
    }
    const [check] = checks
    if (check === undefined) continue
    const decision = i % 2 === 0 ? 'dismiss' : 'accept'
    made.push((await reviewCheck(store, { check: check.id, decision, ...said })).review.id)
  }
  const takenBack = { by: 'a reviewer', reason: 'not so', at: '2024-05-04T10:00:00.000Z' }
  for (const id of made.filter((_, i) => i % 3 === 1)) await withdrawReview(store, { id, ...takenBack })
}

/** Two claims that the machine missed, of which one is taken out again. */
const addMissed = async (store: Store): Promise<void> => {
  const said = { by: 'a coder', reason: 'it stands there', at: '2024-05-05T10:00:00.000Z' }
  for (const doc of ['report0', 'report4']) {
    const added = { doc, quote: 'shops had opened late', metric: 'injured', count: { low: 3, high: 3 } } as const
    const { review } = await addClaim(store, { ...added, ...said })
    if (doc === 'report4') await withdrawReview(store, { ...said, id: review.id, at: '2024-05-06T10:00:00.000Z' })
  }
}
