import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { addClaim } from './add-claim.ts'
import { explainTolls } from './explain-tolls.ts'
import { incidentHistory } from './incident-history.ts'
import { ingestPaths } from './ingest-paths.ts'
import { listChecks } from './list-checks.ts'
import { listClaims } from './list-claims.ts'
import { listIncidents } from './list-incidents.ts'
import { listReviews } from './list-reviews.ts'
import { recordHash } from './record-hash.ts'
import { reviewCheck } from './review-check.ts'
import { reviewClaim } from './review-claim.ts'
import { reviewIncident } from './review-incident.ts'
import { showIncident } from './show-incident.ts'
import { verifyStore } from './verify-store.ts'
import { withdrawReview } from './withdraw-review.ts'

const DOCUMENTS = [
  {
    doc: 'early',
    outlet: 'Mill Post',
    published: '2024-03-12',
    text: 'Four people were killed when an airstrike hit the village of Kafr Dunya on Tuesday, rescuers said. The mill gave up three of its workers later that day.',
  },
  {
    doc: 'hospital',
    outlet: 'River Daily',
    published: '2024-03-13',
    text: 'Six people were killed in the airstrike on the village of Kafr Dunya on Tuesday, a hospital official said.',
  },
  {
    doc: 'elsewhere',
    outlet: 'Mill Post',
    published: '2024-03-20',
    text: 'Nine people were killed in shelling of the town of Bani Omran on Wednesday, doctors said. More than 400 people have been killed in the province since January.',
  },
]

const all = async <T>(values: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

const by = { by: 'a coder', reason: 'read it again' }
let minutes = 0
/** A later instant each time. */
const now = () => ({ ...by, at: new Date(Date.UTC(2024, 3, 1, 10, minutes++)).toISOString() })

describe.each(STORES)('reviews, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  let before: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    await writeFile(join(folder, 'reports.jsonl'), DOCUMENTS.map((one) => JSON.stringify(one)).join('\n'))
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-04-01' })
    before = await recordHash(test.store)
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const claimOf = async (doc: string): Promise<ClaimRecord> => {
    const [claim] = await all(listClaims(test.store, { doc, scope: 'incident' }))
    if (claim === undefined) throw new RangeError(`nothing was read in ${doc}`)
    return claim
  }
  const incidentOf = async (doc: string): Promise<IncidentRecord> => {
    const found = (await all(listIncidents(test.store, {}))).find(({ documents }) => documents.includes(doc))
    if (found === undefined) throw new RangeError(`no incident of ${doc}`)
    return found
  }
  const undo = async () => {
    for (const { id, withdrawn } of await all(listReviews(test.store)))
      if (withdrawn === null) await withdrawReview(test.store, { id, ...now() })
    expect(await recordHash(test.store)).toBe(before)
  }

  it('correct a number: the figure moves, the history says who and why, withdrawing restores it all', async () => {
    const [claim, incident] = [await claimOf('hospital'), await incidentOf('hospital')]
    expect(incident.killed).toMatchObject({ low: 4, high: 6 })
    const { review, claim: left } = await reviewClaim(test.store, {
      claim: claim.id,
      field: 'count',
      decision: 'correct',
      value: { low: 5, high: 5 },
      ...now(),
    })
    expect(left).toMatchObject({ low: 5, high: 5, reviews: [{ id: review.id, machine: { low: 6 } }] })
    expect(await incidentOf('hospital')).toMatchObject({
      id: incident.id,
      killed: { low: 4, high: 5 },
      reviews: [review.id],
    })
    const changes = await incidentHistory(test.store, incident.id)
    expect(changes.find(({ field, reason }) => field === 'killed' && reason === 'review')).toMatchObject({
      before: '4 to 6',
      after: '4 to 5',
      text: expect.stringContaining('a review by a coder: read it again'),
    })
    const killedBy = async (asOf: string) =>
      (await showIncident(test.store, incident.id, { asOf })).incident.figures.killed?.all
    expect(await killedBy('2024-03-31'), 'before it was decided').toMatchObject({ low: 4, high: 6 })
    expect(await killedBy('2024-04-01'), 'from that day on').toMatchObject({ low: 4, high: 5 })
    await undo()
    expect((await incidentHistory(test.store, incident.id)).at(-1)?.text).toContain('a review withdrawn by a coder')
  })

  it('correct a place: the claim goes to another incident, codes stay', async () => {
    const [claim, incident, other] = [
      await claimOf('hospital'),
      await incidentOf('early'),
      await incidentOf('elsewhere'),
    ]
    const decided = now()
    await reviewClaim(test.store, {
      claim: claim.id,
      field: 'places',
      decision: 'correct',
      value: [{ text: 'Tal Zohra', lat: 12, lon: 34 }],
      ...decided,
    })
    const moved = await incidentOf('hospital')
    expect(moved.place).toMatchObject({ text: 'Tal Zohra', lat: 12, lon: 34, precision: 1 })
    expect(moved.documents).not.toContain('early')
    expect(new Set([moved.id, (await incidentOf('early')).id])).toContain(incident.id)
    expect((await incidentOf('elsewhere')).id).toBe(other.id)
    await undo()
    expect((await incidentOf('early')).id).toBe(incident.id)
  })

  it('reject a claim: it feeds nothing, and the incident keeps its code whichever claim that stood by', async () => {
    const incident = await incidentOf('early')
    for (const doc of ['early', 'hospital']) {
      const claim = await claimOf(doc)
      const { claim: left } = await reviewClaim(test.store, {
        claim: claim.id,
        field: 'claim',
        decision: 'reject',
        ...now(),
      })
      expect(left).toMatchObject({ rejected: true, incidents: [] })
      const rest = await incidentOf(doc === 'early' ? 'hospital' : 'early')
      expect(rest.id).toBe(incident.id)
      expect(rest.claims).not.toContain(claim.id)
      expect((await showIncident(test.store, incident.id)).incident.code).toBe(incident.id)
      await undo()
    }
    for (const doc of ['early', 'hospital'])
      for (const claim of await all(listClaims(test.store, { doc })))
        await reviewClaim(test.store, { claim: claim.id, field: 'claim', decision: 'reject', ...now() })
    await expect(showIncident(test.store, incident.id)).rejects.toMatchObject({ code: 'rejected-incident' })
    await undo()
  })

  it('correct a scope: a toll leaves its incident for the tolls', async () => {
    const claim = await claimOf('elsewhere')
    await reviewClaim(test.store, {
      claim: claim.id,
      field: 'scope',
      decision: 'correct',
      value: 'cumulative',
      ...now(),
    })
    await expect(incidentOf('elsewhere')).rejects.toThrow('no incident')
    expect((await all(explainTolls(test.store))).map(({ id }) => id)).toContain(claim.id)
    await undo()
  })

  it('add a claim that the machine missed; taking it back takes it out', async () => {
    const quote = 'The mill gave up three of its workers'
    const { claim, review } = await addClaim(test.store, {
      doc: 'early',
      quote,
      metric: 'killed',
      count: { low: 3, high: 3 },
      places: [{ text: 'Kafr Dunya' }],
      time: { from: '2024-03-12', to: '2024-03-12' },
      ...now(),
    })
    expect(claim).toMatchObject({ quote, low: 3, maker: { by: 'person:a coder' }, rejected: false })
    expect(claim.incidents).toHaveLength(1)
    for await (const finding of verifyStore(test.store)) expect(finding).toMatchObject({ holds: true })
    await withdrawReview(test.store, { id: review.id, ...now() })
    expect(await recordHash(test.store)).toBe(before)
    await expect(
      addClaim(test.store, {
        doc: 'early',
        quote: 'no such words',
        metric: 'killed',
        count: { low: 1, high: 1 },
        ...now(),
      }),
    ).rejects.toMatchObject({ code: 'no-such-passage' })
  })

  it('decide the figure of an incident; new evidence changes a check, not the figure', async () => {
    const { id } = await incidentOf('early')
    const { incident } = await reviewIncident(test.store, {
      code: id,
      field: 'killed',
      decision: 'correct',
      value: { low: 5, high: 6, best: 5 },
      ...now(),
    })
    expect(incident).toMatchObject({
      killed: { low: 5, high: 6, best: 5 },
      overruled: [{ field: 'killed', machine: { low: 4, high: 6 } }],
    })
    await reviewIncident(test.store, { code: id, field: 'incident', decision: 'accept', ...now() })
    expect(await incidentOf('early')).toMatchObject({ confirmation: 'confirmed' })
    const claim = await claimOf('hospital')
    await reviewClaim(test.store, {
      claim: claim.id,
      field: 'count',
      decision: 'correct',
      value: { low: 8, high: 8 },
      ...now(),
    })
    const after = await incidentOf('early')
    expect(after.killed).toMatchObject({ low: 5, high: 6, best: 5 })
    expect(after.checks.find(({ kind }) => kind === 'review')).toMatchObject({
      holds: false,
      text: expect.stringContaining('4 to 8'),
    })
    await undo()
  })

  it('reject an incident: it is in no sum', async () => {
    const { id } = await incidentOf('elsewhere')
    const { incident } = await reviewIncident(test.store, { code: id, field: 'incident', decision: 'reject', ...now() })
    expect(incident.confirmation).toBe('rejected')
    await undo()
  })

  it('dismiss a check, which then disputes nothing', async () => {
    const open = (await all(listChecks(test.store, { failing: true, open: true }))).filter(
      ({ incident }) => incident !== null,
    )
    const [check] = open
    if (check === undefined) throw new RangeError('no check fails')
    expect((await incidentOf('early')).confirmation).toBe('disputed')
    const { check: left } = await reviewCheck(test.store, { check: check.id, decision: 'dismiss', ...now() })
    expect(left).toMatchObject({ id: check.id, review: { decision: 'dismissed', by: 'a coder' } })
    expect((await incidentOf('early')).confirmation).toBe('corroborated')
    expect((await all(listChecks(test.store, { failing: true, open: true }))).map(({ id }) => id)).not.toContain(
      check.id,
    )
    await undo()
    const [toll] = (await all(listChecks(test.store, {}))).filter(({ incident }) => incident === null)
    expect(
      (await reviewCheck(test.store, { check: toll?.id ?? '', decision: 'accept', ...now() })).check.review,
    ).toMatchObject({ decision: 'accepted' })
    await undo()
    await expect(reviewCheck(test.store, { check: 'none', decision: 'accept', ...now() })).rejects.toMatchObject({
      code: 'unknown-check',
    })
  })

  it('refuse a lost update, with both versions', async () => {
    const claim = await claimOf('hospital')
    const decision = {
      claim: claim.id,
      field: 'means' as const,
      decision: 'correct' as const,
      value: 'rocket',
      sees: claim.version,
    }
    const { claim: after } = await reviewClaim(test.store, { ...decision, ...now() })
    await expect(reviewClaim(test.store, { ...decision, value: 'missile', ...now() })).rejects.toMatchObject({
      kind: 'conflict',
      details: { seen: claim.version, now: after.version },
    })
    const incident = await incidentOf('early')
    const one = { code: incident.id, field: 'grade' as const, decision: 'correct' as const, sees: incident.version }
    await reviewIncident(test.store, { ...one, value: 'weak', ...now() })
    await expect(reviewIncident(test.store, { ...one, value: 'confirmed', ...now() })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect((await incidentOf('early')).grade).toBe('weak')
    await undo()
  })

  it('outlive what comes later, and are refused when they are of no shape', async () => {
    const claim = await claimOf('hospital')
    await reviewClaim(test.store, { claim: claim.id, field: 'count', decision: 'accept', ...now() })
    await reviewClaim(test.store, {
      claim: claim.id,
      field: 'status',
      decision: 'correct',
      value: 'civilian',
      ...now(),
    })
    await writeFile(join(folder, 'more.txt'), 'Two people were hurt in a storm.')
    await ingestPaths(test.store, { paths: [join(folder, 'more.txt')], stdin: null, today: '2024-04-01' })
    expect(await claimOf('hospital')).toMatchObject({ low: 6, status: 'civilian' })
    expect(
      toIncidentRecord((await showIncident(test.store, (await incidentOf('hospital')).id)).incident, new Map()).killed
        .civilians,
    ).toMatchObject({ high: 6 })
    const wrong = (field: 'count' | 'metric' | 'scope', value: unknown, decision: 'correct' | 'reject' = 'correct') =>
      reviewClaim(test.store, { claim: claim.id, field, decision, value, ...now() })
    await expect(wrong('count', { low: 9, high: 2 })).rejects.toMatchObject({ kind: 'misuse', code: 'wrong-value' })
    await expect(wrong('metric', 'hurt')).rejects.toMatchObject({ code: 'wrong-value' })
    await expect(wrong('scope', null, 'reject')).rejects.toMatchObject({ code: 'cannot-review' })
    await expect(
      reviewClaim(test.store, { claim: 'none', field: 'claim', decision: 'reject', ...now() }),
    ).rejects.toMatchObject({ code: 'unknown-claim' })
  })

  it('stand in the log, which holds', async () => {
    for await (const finding of verifyStore(test.store)) expect(finding).toMatchObject({ holds: true })
  })
})
