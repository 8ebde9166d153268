import { describe, expect, test } from 'vitest'
import type { ClaimId, EventClaim } from '../model/claim.ts'
import {
  sampleClaim,
  sampleDocument,
  sampleDossier,
  sampleFigure,
  sampleFigures,
  sampleIncident,
} from '../testing/sample-dossier.ts'
import { claimRecordSchema, toClaimRecord } from './claim-record.ts'
import { documentRecordSchema, toDocumentRecord } from './document-record.ts'
import { incidentDetailSchema, toIncidentDetail } from './incident-detail.ts'
import { incidentRecordSchema, toIncidentRecord } from './incident-record.ts'
import { placeRecordSchema, toPlaceRecord } from './place-record.ts'
import { Problem } from './problem.ts'

const report = sampleDocument('r.jsonl:3', 'At least 12 people were killed in Sarmuq, including five children.')

describe('claim records', () => {
  const claim = sampleClaim(report, 'At least 12 people were killed', 12, {
    count: { low: 12, high: null, hedge: 'at_least', vague: null, unit: 'person', each: false },
    groups: { children: { low: 5, high: 5 }, women: { low: null, high: null } },
  })

  test('have the fields of the codebook, an open bound being null and subgroups pairs of bounds', () => {
    const record = toClaimRecord(claim, { doc: 'r.jsonl:3', incidents: [{ id: 'ZR-1', low: 12, high: null }] })
    expect(claimRecordSchema.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      doc: 'r.jsonl:3',
      start: 0,
      end: 30,
      quote: 'At least 12 people were killed',
      kind: 'casualty',
      metric: 'killed',
      low: 12,
      high: null,
      hedge: 'at_least',
      groups: { children: [5, 5], women: [null, null] },
      from: '2024-03-12',
      to: '2024-03-12',
      incidents: [{ id: 'ZR-1', low: 12, high: null }],
    })
  })

  test('of attacks, control and agreements carry an action and no metric', () => {
    const { metric, count, status, groups, scope, partOf, relation, restates, ...rest } = claim
    const event: EventClaim = { ...rest, id: 'claim-e' as ClaimId, kind: 'control', action: 'captured' }
    const record = toClaimRecord(event, { doc: 'r.jsonl:3' })
    expect(claimRecordSchema.parse(record)).toEqual(record)
    expect(record).toMatchObject({ kind: 'control', action: 'captured', incidents: [] })
    expect(record).not.toHaveProperty('metric')
  })
})

describe('incident records', () => {
  test('keep to the shape: nested ranges, a best for killed and injured, names of documents, the count of origins', () => {
    const { incident, documents } = sampleDossier()
    const record = toIncidentRecord(incident, new Map(documents.map(({ document }) => [document.id, document.doc])))
    expect(incidentRecordSchema.parse(record)).toEqual(record)
    const none = { low: null, high: null }
    expect(record).toMatchObject({
      id: 'ZR-1',
      from: '2024-03-12',
      to: '2024-03-12',
      datePrecision: 1,
      place: { text: 'Sarmuk', name: 'Sarmuq', lat: -49.25, lon: -123.5, precision: 1, country: 'XS' },
      killed: { low: 8, high: 9, best: 8, civilians: { low: 8, high: 9 }, combatants: none, unknown: none },
      injured: { low: null, high: null, best: null, civilians: none, combatants: none, unknown: none },
      missing: none,
      children: { low: 2, high: 2 },
      women: none,
      reported: ['killed'],
      documents: ['a.txt', 'b.txt', 'c.txt'],
      origins: 2,
      partOf: ['ZR-2'],
    })
  })

  test('an incident that nobody located has every part of its place null but the words of the reports', () => {
    const record = toIncidentRecord(sampleIncident('ZR-3', { place: null, placeText: 'Upper Temsil' }), new Map())
    expect(incidentRecordSchema.parse(record).place).toMatchObject({ text: 'Upper Temsil', lat: null, precision: null })
  })

  test('"at least 12" keeps its top open', () => {
    const figures = { killed: sampleFigures(sampleFigure(12, null, 12)) }
    expect(toIncidentRecord(sampleIncident('ZR-4', { figures }), new Map()).killed).toMatchObject({
      low: 12,
      high: null,
    })
  })
})

describe('the detail of an incident', () => {
  const detail = toIncidentDetail(sampleDossier())

  test('is a record of its own shape', () => {
    expect(incidentDetailSchema.parse(detail)).toEqual(detail)
  })

  test('quotes each claim in its sentence, the passage where the offsets say, the earliest document first', () => {
    expect(detail.evidence.map(({ claim }) => claim.doc)).toEqual(['a.txt', 'b.txt', 'c.txt'])
    for (const { claim, sentence } of detail.evidence) {
      expect(sentence.text.slice(...sentence.mark)).toBe(claim.quote)
      expect(sentence.start + sentence.mark[0]).toBe(claim.start)
    }
    expect(detail.evidence[0]?.sentence.text).toBe(
      'Eight people, two of them children, were killed, Lamis Dorvan of the civil defence said.',
    )
  })

  test('says of each claim which origin it votes for, and of each document what it copies', () => {
    expect(detail.evidence.map(({ origin }) => origin)).toEqual(['civil-defence', 'hospital', 'civil-defence'])
    expect(detail.evidence[2]?.document.copy).toEqual({ relation: 'abridged', of: 'a.txt' })
  })

  test('says what the grade means and which claims set each bound', () => {
    expect(detail.gradeMeaning).toMatch(/two or more independent origins report it/)
    expect(detail.figures.killed?.all).toMatchObject({ lowBy: ['claim-a.txt-30'], highBy: ['claim-b.txt-0'] })
  })
})

test('document records name the document they copy', () => {
  const { copies, documents } = sampleDossier()
  const [relation] = copies
  const copied = documents[2]
  if (relation === undefined || copied === undefined) throw new RangeError('the sample has a copy')
  const record = toDocumentRecord(copied.document, { claims: 1, copy: { relation, of: 'a.txt' } })
  expect(documentRecordSchema.parse(record)).toEqual(record)
  expect(record.copy).toMatchObject({ relation: 'abridged', of: 'a.txt', containment: 0.97 })
  expect(toDocumentRecord(copied.document, { claims: 0 }).copy).toBeNull()
})

test('place records keep the runners-up and why each was not taken', () => {
  const place = sampleIncident('ZR-5').place
  if (place === null) throw new RangeError('the sample has a place')
  const candidate = { gazetteerId: 'zarimand:2', name: 'Sarmuq', lat: -48, lon: -122, country: 'XS', admin1: null }
  const record = toPlaceRecord({ ...place, runnersUp: [{ ...candidate, kind: 'settlement', score: 1, why: ['far'] }] })
  expect(placeRecordSchema.parse(record)).toEqual(record)
  expect(record.runnersUp[0]?.why).toEqual(['far'])
})

test('a problem says what was wrong, where and what to do', () => {
  const problem = new Problem({ kind: 'refused', code: 'empty', what: 'the file is empty', where: 'x.txt', mend: 'do' })
  expect(problem).toMatchObject({ message: 'the file is empty: x.txt', where: 'x.txt', mend: 'do' })
  expect(new Problem({ kind: 'misuse', code: 'c', what: 'w', mend: 'm' })).toMatchObject({ message: 'w', where: null })
})
