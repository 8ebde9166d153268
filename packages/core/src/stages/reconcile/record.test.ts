import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Incident } from '../../model/incident.ts'
import type { Judgement } from '../../model/judgement.ts'
import { NO_ORGANISATIONS } from '../../origins/organisations.ts'
import type { Context } from '../../pipeline/stage.ts'
import { type ClaimSketch, sketchClaim, sketchDocuments } from '../../testing/claims.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { blocksOf } from '../link/blocks.ts'
import { linkStage, tiedDocuments } from '../link/link-stage.ts'
import { reconcileStage } from './reconcile-stage.ts'

const context = { today: '2024-06-01', lexicons: new Map(), organisations: loadOrganisations() } as unknown as Context

interface Given {
  readonly sketches: readonly ClaimSketch[]
  readonly copies?: readonly CopyRelation[]
  readonly judgements?: readonly Judgement[]
}

const recordOf = ({ sketches, copies = [], judgements = [] }: Given) => {
  const claims = sketches.map(sketchClaim)
  const documents = sketchDocuments([...new Set(claims.map((claim) => claim.document))])
  const layers = { documents, copies, passages: [], claims, places: [], judgements }
  const { links } = linkStage.run(layers, context)
  return { links, incidents: reconcileStage.run({ ...layers, links }, context).incidents }
}

const PLACES = ['Sarmuq', 'Sarmuk', 'Tel Dorvan', 'Orvan', 'Kesh']
const DAYS = ['2024-03-10', '2024-03-11', '2024-03-12', '2024-03-20']
const sketch = fc.record({
  document: fc.constantFrom('d1', 'd2', 'd3', 'd4', 'd5'),
  place: fc.constantFrom(...PLACES),
  day: fc.constantFrom(...DAYS),
  killed: fc.integer({ min: 0, max: 14 }),
  open: fc.boolean(),
  source: fc.option(fc.constantFrom('White Helmets', 'Syrian Civil Defence', 'residents', 'SANA'), { nil: undefined }),
  scope: fc.constantFrom('incident' as const, 'incident' as const, 'total' as const, 'cumulative' as const),
  status: fc.constantFrom('civilian' as const, 'combatant' as const, 'unknown' as const),
  children: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
})
const sketches = fc.array(sketch, { minLength: 1, maxLength: 14 }).map((all) =>
  all.map(
    (one, i): ClaimSketch => ({
      id: `c${String(i).padStart(2, '0')}`,
      document: one.document,
      place: one.place,
      day: one.day,
      bounds: [one.killed, one.open ? null : one.killed],
      ...(one.source === undefined ? {} : { source: one.source }),
      more: {
        start: 400 * i,
        end: 400 * i + 10,
        scope: one.scope,
        status: one.status,
        groups: one.children === undefined ? {} : { children: { low: one.children, high: one.children } },
      },
    }),
  ),
)
const judgements = fc
  .array(fc.record({ left: fc.nat(13), right: fc.nat(13), same: fc.boolean(), at: fc.nat(5) }), { maxLength: 4 })
  .map((all) =>
    all.map(
      ({ left, right, same, at }, i): Judgement => ({
        kind: 'judgement',
        id: `j${i}` as Judgement['id'],
        left: `c${String(left).padStart(2, '0')}`,
        right: `c${String(right).padStart(2, '0')}`,
        verdict: same ? 'same' : 'different',
        by: 'a person',
        reason: '',
        at: `2024-05-0${at + 1}T00:00:00Z`,
        withdrawn: null,
      }),
    ),
  )

const figuresOf = (incidents: readonly Incident[]) =>
  incidents.map((one) => [
    one.figures.killed?.all.low,
    one.figures.killed?.all.high,
    one.figures.killed?.all.best,
    one.origins.length,
    one.grade,
  ])

describe('the record', () => {
  test('does not depend on the order of claims or judgements', () => {
    fc.assert(
      fc.property(sketches, judgements, fc.infiniteStream(fc.nat()), (all, judged, chance) => {
        const shuffled = <T>(values: readonly T[]) =>
          values
            .map((value) => ({ value, at: chance.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value)
        const straight = recordOf({ sketches: all, judgements: judged })
        expect(recordOf({ sketches: shuffled(all), judgements: shuffled(judged) })).toEqual(straight)
      }),
    )
  })

  test('has low ≤ best ≤ high everywhere, and no subgroup above its whole', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        for (const { figures, groups } of recordOf({ sketches: all }).incidents) {
          const whole = figures.killed
          for (const figure of [...Object.values(whole ?? {}), ...Object.values(groups)]) {
            const top = figure.high ?? Number.POSITIVE_INFINITY
            expect(figure.low ?? 0).toBeLessThanOrEqual(figure.best ?? figure.low ?? 0)
            expect(figure.best ?? figure.low ?? 0).toBeLessThanOrEqual(top)
          }
          expect(groups.children?.low ?? 0).toBeLessThanOrEqual(whole?.all.high ?? Number.POSITIVE_INFINITY)
        }
      }),
    )
  })

  test('keeps every figure when a report is copied', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        const document = all[0]?.document ?? ''
        const copied = all
          .filter((one) => one.document === document)
          .map((one) => ({ ...one, id: `z${one.id}`, document: 'copy' }))
        const copies: readonly CopyRelation[] = [
          { document: 'copy' as DocumentId, of: document as DocumentId, relation: 'reprint', containment: 1, why: '' },
        ]
        expect(figuresOf(recordOf({ sketches: [...all, ...copied], copies }).incidents)).toEqual(
          figuresOf(recordOf({ sketches: all }).incidents),
        )
      }),
    )
  })

  test('keeps apart what a copied report says alike of two days', () => {
    const twice: readonly ClaimSketch[] = ['2024-03-10', '2024-03-20'].map((day, i) => ({
      id: `c${i}`,
      document: 'd1',
      place: 'Kesh',
      day,
      killed: 9,
      more: { start: 400 * i, end: 400 * i + 10, status: i === 0 ? 'combatant' : 'civilian' },
    }))
    const copied = twice.map((one) => ({ ...one, id: `z${one.id}`, document: 'copy' }))
    const copies = [{ document: 'copy', of: 'd1', relation: 'reprint', containment: 1, why: '' } as CopyRelation]
    const { links } = recordOf({ sketches: [...twice, ...copied], copies })
    const homes = new Map(links.map((one) => [one.claim as string, one.incident]))
    expect(homes.get('zc0')).toBe(homes.get('c0'))
    expect(homes.get('zc1')).toBe(homes.get('c1'))
    expect(homes.get('c0')).not.toBe(homes.get('c1'))
  })

  test('is the same when only a neighbourhood is linked: those that share blocks or documents, and no others', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        const near = neighbourhood(all)
        const whole = recordOf({ sketches: all })
        const part = recordOf({ sketches: all.filter((one) => near.has(one.id)) })
        expect(part.links).toEqual(whole.links.filter((one) => near.has(one.claim)))
      }),
    )
  })

  test('is the same when only the documents tied to one another are linked', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        const near = tiedTo(all)
        const whole = recordOf({ sketches: all })
        const part = recordOf({ sketches: all.filter((one) => near.has(one.document)) })
        const inside = new Set(all.flatMap((one) => (near.has(one.document) ? [one.id] : [])))
        expect(part.links).toEqual(whole.links.filter((one) => inside.has(one.claim)))
      }),
    )
  })

  test('forgets a claim that is taken away, and is restored when it comes back', () => {
    fc.assert(
      fc.property(sketches, (all) => {
        const { links } = recordOf({ sketches: all.slice(1) })
        expect(links.some((one) => one.claim === all[0]?.id)).toBe(false)
        expect(recordOf({ sketches: [...all.slice(1), ...all.slice(0, 1)] })).toEqual(recordOf({ sketches: all }))
      }),
    )
  })
})

/** The documents that are tied to that of the first claim, step by step. */
const tiedTo = (all: readonly ClaimSketch[]): ReadonlySet<string> => {
  const claims = all.map(sketchClaim)
  const near = new Set(all.slice(0, 1).map((one) => one.document))
  for (let before = -1; before < near.size; ) {
    before = near.size
    const layers = { claims, places: [], passages: [], judgements: [] }
    for (const pair of tiedDocuments(layers, context.organisations ?? NO_ORGANISATIONS, near))
      for (const document of pair) near.add(document)
  }
  return near
}

/** The claims that must be linked together with the first one. */
const neighbourhood = (all: readonly ClaimSketch[]): ReadonlySet<string> => {
  const claims = all.map(sketchClaim)
  const near = new Set(claims.slice(0, 1).map((claim) => claim.id as string))
  for (let grown = true; grown; ) {
    const inside = claims.filter((claim) => near.has(claim.id))
    const keys = new Set(inside.flatMap((claim) => [claim.document, ...blocksOf(claim, undefined)]))
    const met = claims.filter(
      (claim) => !near.has(claim.id) && [claim.document, ...blocksOf(claim, undefined)].some((key) => keys.has(key)),
    )
    for (const claim of met) near.add(claim.id)
    grown = met.length > 0
  }
  return near
}
