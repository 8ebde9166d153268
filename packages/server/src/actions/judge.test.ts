import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { claimRecordOf } from './claim-record-of.ts'
import { compareIncident } from './compare-incident.ts'
import { incidentHistory } from './incident-history.ts'
import { ingestPaths } from './ingest-paths.ts'
import { judge } from './judge.ts'
import { listIncidents } from './list-incidents.ts'
import { listJudgements } from './list-judgements.ts'
import { recordHash } from './record-hash.ts'
import { showIncident } from './show-incident.ts'
import { splitIncident } from './split-incident.ts'
import { verifyStore } from './verify-store.ts'
import { withdrawJudgement } from './withdraw-judgement.ts'

const DOCUMENTS = [
  {
    doc: 'early',
    outlet: 'Mill Post',
    published: '2024-03-12',
    text: 'Four people were killed when an airstrike hit the village of Kafr Dunya on Tuesday, rescuers said.',
  },
  {
    doc: 'later',
    outlet: 'River Daily',
    published: '2024-03-14',
    text: 'The death toll of Tuesday’s airstrike on the village of Kafr Dunya has risen: at least six people were killed on Tuesday, a hospital official said.',
  },
  {
    doc: 'elsewhere',
    outlet: 'Mill Post',
    published: '2024-03-20',
    text: 'Nine people were killed in shelling of the town of Bani Omran on Wednesday, doctors said.',
  },
]

const decided = { by: 'a coder', reason: 'read both', at: '2024-04-01T10:00:00.000Z' }

describe.each(STORES)('decisions of people, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    await writeFile(join(folder, 'reports.jsonl'), DOCUMENTS.map((one) => JSON.stringify(one)).join('\n'))
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-04-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const incidents = async (): Promise<readonly IncidentRecord[]> => {
    const list: IncidentRecord[] = []
    for await (const one of listIncidents(test.store, {})) list.push(one)
    return list
  }
  const of = async (doc: string) => {
    const found = (await incidents()).find(({ documents }) => documents.includes(doc))
    if (found === undefined) throw new Error(`no incident of ${doc}`)
    return found
  }

  it('merge what is the same; withdrawn, everything is as it was, and old codes lead on throughout', async () => {
    const before = await recordHash(test.store)
    const [one, other] = [await of('early'), await of('elsewhere')]
    const judgement = await judge(test.store, { left: one.id, right: other.id, verdict: 'same', ...decided })
    const merged = await of('elsewhere')
    expect(merged.documents).toEqual(expect.arrayContaining(['early', 'elsewhere']))
    for (const code of [one.id, other.id]) expect((await showIncident(test.store, code)).incident.code).toBe(merged.id)
    await withdrawJudgement(test.store, { id: judgement.id, ...decided, reason: 'a mistake' })
    expect(await recordHash(test.store)).toBe(before)
    expect([(await of('early')).id, (await of('elsewhere')).id]).toEqual([one.id, other.id])
    const listed = []
    for await (const one of listJudgements(test.store)) listed.push(one)
    expect(listed).toMatchObject([{ id: judgement.id, withdrawn: { reason: 'a mistake' } }])
  })

  it('split an incident, and outlive what comes later', async () => {
    const { id, claims } = await of('early')
    const dossier = await showIncident(test.store, id)
    const own = dossier.claims.filter(
      ({ document }) => dossier.documents.find((one) => one.document.doc === 'early')?.document.id === document,
    )
    expect(own.length, 'early and later stand together').toBeLessThan(claims.length)
    await splitIncident(test.store, { code: id, claims: own.map((claim) => claim.id), ...decided })
    expect((await of('early')).documents).not.toContain('later')
    await writeFile(join(folder, 'more.txt'), 'Two people were hurt in a storm.')
    await ingestPaths(test.store, { paths: [join(folder, 'more.txt')], stdin: null, today: '2024-04-01' })
    expect((await of('early')).documents).not.toContain('later')
    for await (const judgement of listJudgements(test.store))
      if (judgement.withdrawn === null) await withdrawJudgement(test.store, { id: judgement.id, ...decided })
    expect((await of('early')).documents).toContain('later')
  })

  it('are refused about what is not there', async () => {
    const verdict = { left: 'XX-0000-0000-NONE', right: (await of('early')).id, verdict: 'same' as const, ...decided }
    await expect(judge(test.store, verdict)).rejects.toMatchObject({ kind: 'missing', code: 'unknown-side' })
    await expect(withdrawJudgement(test.store, { id: 'none', ...decided })).rejects.toMatchObject({ kind: 'missing' })
    await expect(showIncident(test.store, 'XX-0000-0000-NONE')).rejects.toMatchObject({ code: 'unknown-incident' })
  })

  it('count: whoever saw an incident or a claim before somebody judged it is told, though no figure has changed', async () => {
    const [seen, other] = [await of('early'), await of('elsewhere')]
    const apart = { left: seen.id, right: other.id, verdict: 'different' as const, ...decided, sees: seen.version }
    const kept = await judge(test.store, apart)
    const now = await of('early')
    expect({ ...now, judgements: [], version: '' }).toEqual({ ...seen, judgements: [], version: '' })
    expect([now.judgements, (await of('elsewhere')).judgements]).toEqual([[kept.id], [kept.id]])
    const late = judge(test.store, { ...apart, reason: 'saw it before' })
    await expect(late).rejects.toMatchObject({ code: 'stale-version', details: { seen: seen.version } })
    const [left = '', right = ''] = [seen.claims[0], other.claims[0]]
    const { version } = await claimRecordOf(test.store, left)
    const onClaims = { ...apart, left, right, sees: version }
    const second = await judge(test.store, onClaims)
    const again = judge(test.store, { ...onClaims, reason: 'saw it before' })
    await expect(again).rejects.toMatchObject({ code: 'stale-version', details: { seen: version } })
    for (const { id } of [kept, second]) await withdrawJudgement(test.store, { id, ...decided })
    expect((await of('early')).version).toBe(seen.version)
  })

  it('stand in the log, which holds', async () => {
    for await (const finding of verifyStore(test.store)) expect(finding).toMatchObject({ holds: true })
  })

  it('leave the past readable: what was known on a day, and why it changed', async () => {
    const { id } = await of('early')
    const then = await showIncident(test.store, id, { asOf: '2024-03-13' })
    expect(then.documents.map(({ document }) => document.doc)).toEqual(['early'])
    expect(then.incident.figures.killed?.all).toMatchObject({ low: 4, high: 4 })
    expect((await showIncident(test.store, id)).incident.documents).toHaveLength(2)
    await expect(showIncident(test.store, id, { asOf: '2024-03-01' })).rejects.toMatchObject({
      code: 'nothing-known-yet',
    })
    const changes = await incidentHistory(test.store, id)
    expect(changes.filter(({ field }) => field === 'killed').map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2024-03-12', '2024-03-14']),
    )
    const comparisons = await compareIncident(test.store, id)
    expect(comparisons.find(({ metric }) => metric === 'killed')?.answers.length).toBeGreaterThan(1)
  })
})
