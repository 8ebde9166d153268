import { describe, expect, test } from 'vitest'
import { type GoldScores, type GoldSet, goldDocuments, recordsOf, score } from '../../testing/gold-predictions.ts'
import { sharedIsThere } from '../../testing/shared.ts'

/** A little under what is reached, in per cent: a change that falls below has lost something. */
const FLOORS = {
  seeds: { count: 97, leakAtMost: 4, lostAtMost: 2, scope: 96, status: 92, groups: 91, parts: 96 },
  'news-dev': { count: 95, leakAtMost: 3, lostAtMost: 1, scope: 92, status: 89, groups: 92, parts: 78 },
} as const

const scoresOf = (set: GoldSet): GoldScores => {
  const records = goldDocuments(set).flatMap((document) => recordsOf(document))
  return JSON.parse(score(set, records, '--json'))
}

describe.skipIf(!sharedIsThere)('the development gold (skipped where it does not lie beside the checkout)', () => {
  test.each(['seeds', 'news-dev'] as const)('%s: counts, scope, status, subgroups and parts', (set) => {
    const floors = FLOORS[set]
    const scores = scoresOf(set)
    const percent = (rate: number): number => Math.round(1000 * rate) / 10
    expect(percent(scores.count.F)).toBeGreaterThanOrEqual(floors.count)
    expect(percent(scores.leak)).toBeLessThanOrEqual(floors.leakAtMost)
    expect(percent(scores.lost)).toBeLessThanOrEqual(floors.lostAtMost)
    expect(percent(scores.scope)).toBeGreaterThanOrEqual(floors.scope)
    expect(percent(scores.status)).toBeGreaterThanOrEqual(floors.status)
    expect(percent(Math.min(scores.groups.P, scores.groups.R))).toBeGreaterThanOrEqual(floors.groups)
    expect(percent(Math.min(scores.parts.P, scores.parts.R))).toBeGreaterThanOrEqual(floors.parts)
  })
})
