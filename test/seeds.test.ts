import { fileURLToPath } from 'node:url'
import { type ClaimRecord, isCountRecord } from '@sijil/core/contract/claim-record.js'
import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedIsThere, sharedUrl } from '../packages/core/src/testing/shared.ts'
import { freshSijil } from './sijil.ts'

/** What must come of the five articles that the project began with; skipped where they are absent. */
describe.skipIf(!sharedIsThere).each([
  ['the built-in gazetteer', null],
  ['one that has their villages, too', 'gazetteer/SY.txt'],
] as const)('the seeds by %s (skipped where the development material is absent)', (_name, gazetteer) => {
  const sijil = freshSijil()
  let documents: readonly DocumentRecord[] = []
  let incidents: readonly IncidentRecord[] = []
  let claims: readonly ClaimRecord[] = []
  let tolls: readonly ClaimRecord[] = []

  beforeAll(() => {
    if (gazetteer !== null) {
      const imported = sijil.run('gazetteer', 'import', fileURLToPath(sharedUrl(gazetteer)))
      expect(imported.status, imported.stderr).toBe(0)
    }
    const ingested = sijil.run('ingest', fileURLToPath(sharedUrl('seeds')))
    expect(ingested.status, ingested.stderr).toBe(0)
    documents = sijil.lines('documents')
    incidents = sijil.lines('incidents')
    claims = sijil.lines('claims')
    tolls = sijil.lines('tolls')
  }, 120_000)

  afterAll(() => sijil.end())

  const docOf = (start: string): string => documents.find((document) => document.doc.startsWith(start))?.doc ?? start
  /** Incidents that a count claim with this number of killed in this document feeds. */
  const fedBy = (doc: string, killed: number, quote?: RegExp): readonly IncidentRecord[] => {
    const fed = claims
      .filter(isCountRecord)
      .filter((claim) => claim.doc === docOf(doc) && claim.metric === 'killed' && claim.low === killed)
      .filter((claim) => quote === undefined || quote.test(claim.quote))
      .flatMap((claim) => claim.incidents.map(({ id }) => id))
    return incidents.filter((incident) => fed.includes(incident.id))
  }
  const only = (list: readonly IncidentRecord[], what: string): IncidentRecord => {
    const [one, ...others] = list
    if (one === undefined || others.length > 0) throw new Error(`${list.length} incidents are ${what}, not one`)
    return one
  }
  const at = (place: RegExp, day: string): IncidentRecord =>
    only(
      incidents.filter(
        (incident) =>
          incident.kind === 'incident' &&
          place.test(incident.place.text ?? '') &&
          incident.from === day &&
          incident.to === day,
      ),
      `at ${place} on ${day}`,
    )
  const rollup = (doc: string, killed: number): IncidentRecord =>
    only(
      fedBy(doc, killed).filter((incident) => incident.kind === 'rollup'),
      `the roll-up of ${killed} in ${doc}`,
    )
  const range = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => [low, high]
  const partsOf = (parent: IncidentRecord) => incidents.filter((incident) => incident.partOf.includes(parent.id))
  const sums = (incident: IncidentRecord) =>
    incident.checks.filter(({ kind }) => kind === 'breakdown').map(({ holds }) => holds)

  test('004 is an abridged copy of 003', () => {
    const copy = documents.find(({ doc }) => doc === docOf('004'))?.copy
    expect([copy?.relation, copy?.of]).toEqual(['abridged', docOf('003')])
  })

  test('Kfar Taal: one incident, 8 to 9, six children, two origins, three documents', () => {
    const taal = at(/Ka?fa?r Taal/, '2020-01-21')
    expect(range(taal.killed)).toEqual([8, 9])
    expect(range(taal.children)).toEqual([6, 6])
    expect(taal.origins).toBe(2)
    expect([...taal.documents].sort()).toEqual([docOf('000'), docOf('003'), docOf('004')])
  })

  test('the eight others of 000 are an incident apart from the eight of Kafr Nuran', () => {
    const nuran = at(/Nuran/, '2020-01-21')
    expect(range(nuran.killed)).toEqual([8, 8])
    const others = fedBy('000', 8, /other/)
    expect(others.map(({ kind }) => kind)).toEqual(['incident'])
    expect(others[0]?.id).not.toBe(nuran.id)
  })

  test.for([
    [/Tal Mannis/, 9],
    [/Bidama/, 6],
    [/Maasaran/, 5],
    [/Kanayes/, 1],
    [/Maar Shamshah/, 1],
  ] as const)('%s on 2019-12-17: %i, under the roll-up of at least 22', ([place, killed]) => {
    const village = at(place, '2019-12-17')
    expect(range(village.killed)).toEqual([killed, killed])
    expect(village.partOf).toContain(rollup('002', 22).id)
  })

  test.for([
    [/Tal Mannis/, '2019-12-17', /Idlib/],
    [/Maasaran/, '2019-12-17', /Idlib/],
    [/Kanayes/, '2019-12-17', /Idlib/],
    [/Maar Shamshah/, '2019-12-17', /Idlib/],
    [/Ka?fa?r Taal/, '2020-01-21', /Aleppo/],
    [/Nahaada/, '2020-01-21', /Aleppo/],
  ] as const)('%s is put into its province, and on no wrong point', ([place, day, province]) => {
    const { precision, admin1 } = at(place, day).place
    expect(admin1).toMatch(province)
    expect(precision === 1 || precision === 3 || precision === 4).toBe(true)
  })

  test('the roll-up of at least 22 sums', () => {
    const total = rollup('002', 22)
    expect(range(total.killed)).toEqual([22, null])
    expect(sums(total)).toEqual([true])
  })

  test('a roll-up of at least 12 over 8 and 4 sums', () => {
    const total = rollup('000', 12)
    expect(range(total.killed)).toEqual([12, null])
    expect(sums(total)).toEqual([true])
    expect(
      partsOf(total)
        .map(({ place }) => place.text)
        .sort(),
    ).toEqual([at(/Ka?fa?r Taal/, '2020-01-21').place.text, 'Maardabseh'].sort())
  })

  test('a roll-up of at least 26 over 9, 8, 2, 2, 1, 1, 1 and 2 sums', () => {
    const total = rollup('003', 26)
    expect(range(total.killed)).toEqual([26, null])
    expect(total.from).toBe('2020-01-21')
    expect(sums(total).every(Boolean)).toBe(true)
    expect(sums(total).length).toBeGreaterThan(0)
    expect(partsOf(total).length).toBe(8)
  })

  test('the villages of 2020-01-21', () => {
    const killed = [/Jidarya/, /Nahaada/, /Erhab/, /Tamanin/, /Takad/, /Bara/].map((place) =>
      range(at(place, '2020-01-21').killed),
    )
    expect(killed).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ])
  })

  test('Maardabseh: four', () => {
    expect(range(at(/Maardabseh/, '2020-01-21').killed)).toEqual([4, 4])
  })

  test('Aleppo city: three, two women and one child, by rockets of rebel fighters, says SANA', () => {
    const aleppo = only(fedBy('000', 3), 'of three killed')
    expect(aleppo.place.text).toBe('Aleppo')
    expect([range(aleppo.killed), range(aleppo.women), range(aleppo.children)]).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ])
    expect(aleppo.means).toEqual(['rocket'])
    expect(aleppo.actors.join()).toMatch(/rebel fighters/)
    const claim = claims.find(({ id }) => aleppo.claims.includes(id))
    expect(claim?.sources.join()).toMatch(/SANA/)
  })

  test('Idlib: at least 12, five of them children, on 2020-03-03, and 9 the day before', () => {
    const tuesday = at(/Idlib/, '2020-03-03')
    expect([range(tuesday.killed), range(tuesday.children)]).toEqual([
      [12, null],
      [5, 5],
    ])
    expect(range(at(/Idlib/, '2020-03-02').killed)).toEqual([9, 9])
  })

  test('tolls are kept, and none is in any incident', () => {
    const kept = tolls.filter(isCountRecord)
    const has = (metric: string, low: number | null, high: number | null) =>
      expect(
        kept.some((toll) => toll.metric === metric && toll.low === low && toll.high === high),
        `${metric} ${low} ${high}`,
      ).toBe(true)
    has('killed', 1301, null)
    has('killed', 1600, 1600)
    has('killed', 1001, null)
    has('killed', 50, 50)
    has('displaced', null, 350_000)
    has('displaced', 650_000, 650_000)
    has('displaced', 1_300_000, null)
    has('displaced', 1_000_001, null)
    const apart = new Set(tolls.map(({ id }) => id))
    expect(incidents.flatMap((incident) => incident.claims.filter((claim) => apart.has(claim)))).toEqual([])
  })
})
