import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asCheck } from '../../model/check.ts'
import type { ClaimId, CountClaim } from '../../model/claim.ts'
import type { Review, ReviewId } from '../../model/review.ts'
import { sketchClaim } from '../../testing/claims.ts'
import { sampleFigure, sampleFigures, sampleIncident } from '../../testing/sample-dossier.ts'
import { reviewClaims } from './review-claims.ts'
import { reviewIncidents } from './review-incidents.ts'

let made = 0
const review = (more: Partial<Review>): Review => ({
  kind: 'review',
  id: `r${made++}` as ReviewId,
  target: 'claim',
  on: 'a',
  field: 'status',
  decision: 'correct',
  value: 'civilian',
  machine: null,
  passage: null,
  by: 'a coder',
  reason: 'read again',
  at: '2024-04-01T10:00:00.000Z',
  withdrawn: null,
  ...more,
})
const withdrawn = { by: 'a coder', at: '2024-04-02T10:00:00.000Z', reason: 'mistaken' }

const whole = sketchClaim({ id: 'a', document: 'x', killed: 8, place: 'Sarmuq' })
const part = sketchClaim({
  id: 'b',
  document: 'x',
  killed: 5,
  place: 'Sarmuq',
  more: { partOf: 'a' as ClaimId, relation: 'part', restates: 'a' as ClaimId },
})
const places = [whole, part].map(({ id }) => ({ claim: id, places: [null] }))
const left = (reviews: readonly Review[], claims: readonly CountClaim[] = [whole, part]) =>
  reviewClaims({ claims, places, reviews })

describe('reviews of claims', () => {
  test('the newest that nobody withdrew holds, in whatever order they come', () => {
    const reviews = [
      review({ value: 'combatant', at: '2024-04-01T10:00:00.000Z' }),
      review({ value: 'civilian', at: '2024-04-02T10:00:00.000Z' }),
      review({ value: 'mixed', at: '2024-04-03T10:00:00.000Z', withdrawn }),
      review({ on: 'b', field: 'claim', decision: 'reject', value: null }),
      review({ field: 'count', value: { ...whole.count, low: 9, high: 9 } }),
    ]
    const expected = left(reviews)
    expect(expected.claims).toMatchObject([{ id: 'a', status: 'civilian', count: { low: 9 } }])
    fc.assert(
      fc.property(fc.shuffledSubarray(reviews, { minLength: reviews.length }), (shuffled) => {
        expect(left(shuffled)).toEqual(expected)
      }),
    )
  })

  test('a withdrawn review leaves no trace', () => {
    const reviews = [
      review({ withdrawn }),
      review({ field: 'claim', decision: 'reject', value: null, withdrawn }),
      review({ field: 'places', value: [], withdrawn }),
    ]
    expect(left(reviews).claims).toEqual([whole, part])
    expect(left(reviews).places).toEqual(places)
  })

  test('a rejected whole is nobody’s sum, and what restated it speaks for itself', () => {
    const { claims, rejected } = left([review({ field: 'claim', decision: 'reject', value: null })])
    expect(claims).toMatchObject([{ id: 'b', partOf: null, relation: null, restates: null }])
    expect([...rejected]).toEqual(['a'])
  })

  test('what somebody added and took back is gone, and comes again when it is added again', () => {
    const gone = review({ field: 'claim', decision: 'add', value: null, withdrawn })
    expect(left([gone]).claims.map(({ id }) => id)).toEqual(['b'])
    const again = review({ field: 'claim', decision: 'add', value: null })
    expect(left([gone, again]).claims).toHaveLength(2)
  })

  test('a later reading of the passage takes the decision over; another metric there does not', () => {
    const passage = { document: whole.document, start: 0, end: 10, about: 'killed', siblings: [] }
    const decided = review({ on: 'old reading', passage })
    expect(left([decided]).claims.filter(({ id }) => id === 'a')).toMatchObject([{ status: 'civilian' }])
    const injured = { ...whole, metric: 'injured' as const }
    expect(left([decided], [injured]).claims).toMatchObject([{ status: 'unknown' }])
  })
})

describe('reviews of incidents', () => {
  const check = asCheck({ kind: 'origins', holds: false, text: '8 or 9', claims: [] }, 'ZR-1')
  const incident = sampleIncident('ZR-1', {
    figures: { killed: sampleFigures(sampleFigure(8, 9, 8)) },
    groups: { children: sampleFigure(7, 7, 7) },
    counted: 2,
    confirmation: 'disputed',
    checks: [check],
  })
  const on = (more: Partial<Review>) =>
    review({ target: 'incident', on: 'ZR-1', machine: { low: 8, high: 9, best: 8 }, ...more })

  test('a figure that a person set holds its parts, and what the machine has stays beside it', () => {
    const [set] = reviewIncidents([incident], [on({ field: 'killed', value: { low: 5, high: 6, best: 5 } })])
    expect(set?.figures.killed?.all).toMatchObject({ low: 5, high: 6, why: expect.stringContaining('set by a coder') })
    expect(set?.figures.killed?.civilians.high).toBe(6)
    expect(set?.groups.children).toMatchObject({ low: 6, high: 6 })
    expect(set?.overruled).toMatchObject([{ field: 'killed', machine: { low: 8, high: 9, best: 8 } }])
    expect(set?.checks.filter(({ kind }) => kind === 'review')).toEqual([])
  })

  test('evidence that changed since the decision is shown by a check', () => {
    const grown = { ...incident, figures: { killed: sampleFigures(sampleFigure(8, 12, 8)) } }
    const [set] = reviewIncidents(
      [grown],
      [on({ field: 'killed', decision: 'accept', value: { low: 8, high: 9, best: 8 } })],
    )
    expect(set?.figures.killed?.all).toMatchObject({ low: 8, high: 9 })
    expect(set?.checks.at(-1)).toMatchObject({ kind: 'review', holds: false, text: expect.stringContaining('8 to 12') })
  })

  test('a dismissed check disputes nothing; accepting or rejecting the whole is the last word', () => {
    const dismissed = review({ target: 'check', on: check.id, field: 'check', decision: 'reject', value: null })
    expect(reviewIncidents([incident], [dismissed])[0]).toMatchObject({
      confirmation: 'corroborated',
      checks: [{ review: { decision: 'dismissed' } }],
    })
    const whole = (decision: 'accept' | 'reject') => on({ field: 'incident', decision, value: null })
    expect(reviewIncidents([incident], [whole('accept')])[0]?.confirmation).toBe('confirmed')
    expect(reviewIncidents([incident], [whole('reject')])[0]?.confirmation).toBe('rejected')
  })

  test('nobody’s review is no change', () => {
    expect(reviewIncidents([incident], [on({ field: 'time', decision: 'reject', value: null, withdrawn })])).toEqual([
      incident,
    ])
  })
})
