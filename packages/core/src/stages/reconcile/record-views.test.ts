import { describe, expect, test } from 'vitest'
import type { CountClaim } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { Context } from '../../pipeline/stage.ts'
import { type ClaimSketch, locate, sketchClaim, sketchDocuments } from '../../testing/claims.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { linkStage } from '../link/link-stage.ts'
import { compare } from './compare.ts'
import { diffIncidents, NO_CAUSES } from './diff-incidents.ts'
import { explainToll } from './explain-toll.ts'
import { evidenceOf } from './gather.ts'
import { reconcileStage } from './reconcile-stage.ts'
import { checkSuccessiveTolls } from './successive-tolls.ts'

const context = { today: '2024-06-01', lexicons: new Map(), organisations: loadOrganisations() } as unknown as Context
const POINTS = { Sarmuq: [10, 20], Orvan: [10.5, 20.5], North: [10, 20] } as const

const recordOf = (sketches: readonly ClaimSketch[]) => {
  const claims = sketches.map(sketchClaim)
  const documents = sketchDocuments([...new Set(claims.map((claim) => claim.document))])
  const layers = { documents, copies: [], passages: [], claims, places: locate(claims, POINTS), judgements: [] }
  const { links } = linkStage.run(layers, context)
  const given = { ...layers, links }
  return { incidents: reconcileStage.run(given, context).incidents, evidence: evidenceOf(given, context) }
}
const one = { id: 'a', document: 'x', killed: 8, place: 'Sarmuq', source: 'White Helmets' }
const two = { id: 'b', document: 'y', killed: 9, place: 'Sarmuq', source: 'SANA' }

test('four codebooks side by side, and what parts them', () => {
  const [evidence] = recordOf([one, two]).evidence
  if (evidence === undefined) throw new RangeError('no incident was linked')
  const { answers, partings } = compare(evidence, 'killed')
  expect(answers.map(({ policy, figure }) => [policy, figure.low, figure.best, figure.high])).toEqual([
    ['range', 8, 8, 9],
    ['ucdp', 8, 8, 9],
    ['acled', 8, 8, 8],
    ['latest', 9, 9, 9],
  ])
  expect(partings.map(({ policies }) => policies.join(' | '))).toEqual(['range | acled', 'range | latest'])
  expect(partings[0]?.text).toContain('the lowest number until two origins agree on a higher one')
})

describe('grades', () => {
  const combatant = { status: 'combatant' as const }
  test.each<[string, readonly ClaimSketch[], Incident['grade']]>([
    ['one origin', [one], 'weak'],
    ['two origins', [one, two], 'fair'],
    ['two documents, one origin', [one, { ...one, id: 'c', document: 'z', source: 'Syrian Civil Defence' }], 'weak'],
    ['combatants only', [{ ...one, more: combatant }], 'discounted'],
    [
      'two parties blamed',
      [
        { ...one, actor: 'Russian jets' },
        { ...two, actor: 'Islamic State' },
      ],
      'contested',
    ],
    ['the party owns it', [{ ...one, source: 'US Central Command', actor: 'US-led coalition' }, two], 'confirmed'],
  ])('%s', (_, sketches, grade) => {
    expect(recordOf(sketches).incidents.map((incident) => incident.grade)).toEqual([grade])
  })
})

const toll = (low: number, from: string, to: string, id = 'toll'): CountClaim =>
  sketchClaim({
    id,
    document: 't',
    bounds: [low, null],
    place: 'North',
    more: { scope: 'cumulative', time: { earliest: from, latest: to, precision: 4 } },
  })
const area = (claim: CountClaim) => {
  const [places] = locate([claim], POINTS)
  return places === undefined
    ? undefined
    : {
        ...places,
        places: places.places.map((place) => place && { ...place, precision: 4 as const, gazetteerId: 'north' }),
      }
}
const { incidents } = recordOf([one, two, { id: 'c', document: 'z', killed: 5, place: 'Orvan', day: '2024-05-20' }])

describe('tolls', () => {
  test('what the record explains of a toll and what it does not', () => {
    const march = toll(20, '2024-03-01', '2024-03-31')
    const { explained, unexplained, within, check } = explainToll(march, area(march), incidents)
    expect([explained, unexplained]).toEqual([
      { low: 8, high: 9 },
      { low: 11, high: null },
    ])
    expect(within).toHaveLength(1)
    expect(check).toMatchObject({ holds: true, text: 'at least 20, of which the record holds 8 to 9 in 1 incident' })
  })

  test.each([
    [{ low: 1301, high: null, hedge: 'more_than' }, 'more than 1300, of which'],
    [{ low: null, high: 350, hedge: 'almost' }, 'nearly 350, of which'],
    [{ low: null, high: null, hedge: 'exact', vague: 'hundreds' }, '"hundreds", of which'],
  ] as const)('%j is said as it was told', (count, words) => {
    const march = toll(20, '2024-03-01', '2024-03-31')
    const { check } = explainToll({ ...march, count: { ...march.count, ...count } }, area(march), incidents)
    expect(check.text).toContain(words)
  })

  test('a toll below what the record holds does not hold', () => {
    const low = {
      ...toll(3, '2024-03-01', '2024-03-31'),
      count: { ...toll(3, '', '').count, high: 3, hedge: 'exact' as const },
    }
    expect(explainToll(low, area(low), incidents).check.holds).toBe(false)
  })

  test.each<[string, number, number, boolean]>([
    ['grew by more than the incidents between', 100, 120, true],
    ['grew by too little', 100, 102, false],
    ['fell', 100, 90, false],
  ])('successive tolls of one origin: %s', (_, before, after, holds) => {
    const tolls = [toll(before, '2024-01-01', '2024-03-01', 't1'), toll(after, '2024-01-01', '2024-04-01', 't2')]
    const checks = checkSuccessiveTolls(
      tolls.map((claim) => ({ claim, origin: 'o', places: area(claim) })),
      incidents,
    )
    expect(checks.map((check) => check.holds)).toEqual([holds])
  })
})

describe('why figures changed', () => {
  const before = recordOf([one]).incidents
  const after = recordOf([one, two]).incidents

  test('a new source', () => {
    const changes = diffIncidents(before, after)
    expect(changes.find(({ field }) => field === 'killed')).toMatchObject({
      before: '8',
      after: '8 to 9',
      reason: 'new_source',
    })
    expect(changes.find(({ field }) => field === 'grade')).toMatchObject({ before: 'weak', after: 'fair' })
  })

  test('a judgement, where somebody judged the claim that came', () => {
    const changes = diffIncidents(before, after, { ...NO_CAUSES, judged: new Set(['b' as CountClaim['id']]) })
    expect(new Set(changes.map(({ reason }) => reason))).toEqual(new Set(['judgement']))
  })

  test('a merge and a split, where claims came from or went to another incident', () => {
    const apart = [...before, ...recordOf([{ ...two, id: 'b' }]).incidents]
    expect(diffIncidents(apart, after).find(({ code, field }) => code === 'a' && field === 'killed')?.reason).toBe(
      'merge',
    )
    expect(diffIncidents(after, apart).find(({ code, field }) => code === 'a' && field === 'killed')?.reason).toBe(
      'split',
    )
  })

  test('no change, no line', () => {
    expect(diffIncidents(after, after)).toEqual([])
  })
})
