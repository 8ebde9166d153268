import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { comparisonRecordSchema } from '@sijil/core/contract/comparison-record.js'
import { historyRecordSchema } from '@sijil/core/contract/history-record.js'
import { importWithFilesSchema } from '@sijil/core/contract/import-record.js'
import { ingestReportSchema } from '@sijil/core/contract/ingest-report.js'
import { judgementRecordSchema } from '@sijil/core/contract/judgement-record.js'
import { tollRecordSchema } from '@sijil/core/contract/toll-record.js'
import { sampleClaim, sampleDocument } from '@sijil/core/testing/sample-dossier.js'
import { describe, expect, test } from 'vitest'
import { tellFindings } from '../tell-findings.ts'
import { fakeIo } from '../testing/fake-io.ts'
import { comparisonPage } from './comparison-page.ts'
import { historyPage } from './history-page.ts'
import { importPage, importsTable } from './imports-table.ts'
import { ingestSummary } from './ingest-summary.ts'
import { judgementsTable } from './judgements-table.ts'
import type { Look } from './look.ts'
import { paintFor } from './paint.ts'
import { tollsTable } from './tolls-table.ts'
import { widthOf } from './wrap.ts'

const look: Look = { width: 120, paint: paintFor(false) }

describe('what an ingest did', () => {
  const report = ingestReportSchema.parse({
    new: 1200,
    known: 3,
    copied: 7,
    refused: 0,
    claims: 4200,
    incidents: 310,
    refusals: [],
  })

  test('is told in numbers that line up, and what to type next', () => {
    expect(ingestSummary(report)).toBe(
      [
        'new            1,200  4,200 claims in them',
        'known already      3  passed over',
        'copied             7  of the new: they copy an earlier document and are no witnesses of their own',
        'refused            0',
        '',
        '310 incidents and roll-ups in the store: `sijil incidents` shows them.',
        '',
      ].join('\n'),
    )
  })
})

describe('imports', () => {
  const file = { at: null, documents: 0, document: null, code: null, text: null, retried: null }
  const record = importWithFilesSchema.parse({
    id: 3,
    startedAt: '2024-04-01T10:02:03.000Z',
    finishedAt: '2024-04-01T10:02:09.000Z',
    outcome: 'done',
    paths: ['reports/'],
    new: 5,
    known: 0,
    copied: 1,
    refused: 1,
    refusals: [{ name: 'briefs.jsonl', at: 'line 7', code: 'bad-json', text: 'it is not JSON; mend the line' }],
    files: [
      { ...file, name: 'camp.txt', stage: 'link', outcome: 'copied', documents: 1, document: 'd1' },
      {
        ...file,
        name: 'briefs.jsonl',
        at: 'line 7',
        stage: 'ingest',
        outcome: 'refused',
        code: 'bad-json',
        text: 'it is not JSON; mend the line',
        retried: { import: 4, outcome: 'new' },
      },
    ],
  })

  test('have a row each', () => {
    expect(importsTable([record], look)).toMatch(
      /\n +3 +2024-04-01 10:02 +2024-04-01 10:02 done +5 +0 +1 +1 +reports\/\n/,
    )
    expect(importsTable([], look)).toContain('sijil ingest')
  })

  test('say of what was refused where and what to do', () => {
    expect(importPage(record, look)).toMatch(/briefs\.jsonl, line 7\n {4}it is not JSON; mend the line\n/)
    expect(importPage({ ...record, refusals: [] }, look)).toContain('Nothing was refused.')
  })

  test('tell of every file what came of it, how far it came, and whether it was tried again', () => {
    const page = importPage(record, look)
    expect(page).toMatch(/camp\.txt +copied +link +1/)
    expect(page).toMatch(/briefs\.jsonl, line 7 +refused +ingest +0 +new in import 4/)
  })
})

test('judgements say who, why, and whether they were withdrawn', () => {
  const judgement = judgementRecordSchema.parse({
    id: 'j1',
    left: 'ZR-1',
    right: 'ZR-2',
    verdict: 'same',
    by: 'Kel',
    reason: 'one strike',
    at: '2024-04-01T10:00:00.000Z',
    withdrawn: { by: 'Ru', at: '2024-04-02T09:30:00.000Z', reason: 'mixed up the days' },
    version: 'v2',
  })
  const table = judgementsTable([judgement], look)
  expect(table).toMatch(/j1 +ZR-1 +same +ZR-2 +one strike +Kel +2024-04-01 10:00\n/)
  expect(table).toContain('withdrawn by Ru, 2024-04-02 09:30: mixed up the days')
})

test('a comparison shows each codebook with its rule and what parts them', () => {
  const figure = { lowBy: [], highBy: [], bestBy: [], why: 'of two origins' }
  const comparison = comparisonRecordSchema.parse({
    id: 'ZR-1',
    metric: 'killed',
    answers: [
      { policy: 'range', version: '1', rule: 'spans all origins', figure: { low: 8, high: 9, best: 8, ...figure } },
      { policy: 'acled', version: '1', rule: 'takes the lowest', figure: { low: 8, high: 8, best: 8, ...figure } },
    ],
    partings: [{ policies: ['range', 'acled'], text: 'range answers 8 to 9; acled answers 8' }],
  })
  const page = comparisonPage('ZR-1', [comparison], look)
  expect(page).toMatch(/range 1 +8–9 +8 +spans all origins/)
  expect(page).toMatch(/acled 1 +8 +8 +takes the lowest/)
  expect(page).toContain('≠ range answers 8 to 9; acled answers 8')
  expect(page).toContain('ranges of what reports say')
})

test('a history tells each change with what was before, what is now, and why', () => {
  const history = historyRecordSchema.parse({
    id: 'ZR-1',
    day: '2024-04-01',
    changes: [
      { field: 'killed', before: '8', after: '8 to 9', reason: 'new_source', claims: ['c'], text: '' },
      { field: 'killed.combatants', before: null, after: '0', reason: 'new_source', claims: [], text: '' },
      { field: 'injured.civilians', before: null, after: '3', reason: 'died_of_wounds', claims: [], text: '' },
    ],
  })
  expect(historyPage('ZR-1', [history], look)).toBe(
    [
      'ZR-1',
      '',
      '2024-04-01',
      '  killed: 8 → 8 to 9 (new source)',
      '  injured, civilians: 3 (died of wounds)',
      '',
    ].join('\n'),
  )
})

test('tolls tell what the record explains of them and what may belong to them', () => {
  const report = sampleDocument('t.txt', 'Fighting has killed 1,300 people since September.')
  const claim = toClaimRecord(sampleClaim(report, 'killed 1,300 people', 1300, { scope: 'cumulative' }), {
    doc: 't.txt',
  })
  const toll = tollRecordSchema.parse({
    ...claim,
    checks: [],
    explanation: {
      explained: { low: 40, high: 44 },
      unexplained: { low: 1256, high: 1260 },
      within: ['ZR-1', 'ZR-3'],
      overlapping: ['ZR-4'],
      holds: true,
      text: '1300, of which the record holds 40 to 44 in 2 incidents',
    },
  })
  const table = tollsTable([toll], look)
  expect(table).toContain('    ✓ 1300, of which the record holds 40 to 44 in 2 incidents\n')
  expect(table).toContain('    within: ZR-1, ZR-3\n    may belong to it: ZR-4\n')
  for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(120)
})

test('findings have a sign each, and one that does not hold makes the exit code 3', async () => {
  const { io, printed } = fakeIo({ width: 60 })
  const codes: number[] = []
  const cli = { io, exit: (code: number) => void codes.push(code) }
  await tellFindings(cli, [{ check: 'log', holds: true, text: '12 entries' }], {})
  expect(codes).toEqual([])
  await tellFindings(cli, [{ check: 'raw bytes', holds: false, text: 'gone; restore it' }], {})
  expect(codes).toEqual([3])
  expect(printed.out).toBe('✓ log  12 entries\n✗ raw bytes  gone; restore it\n')
})
