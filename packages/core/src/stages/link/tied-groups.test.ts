import { describe, expect, test } from 'vitest'
import { type ClaimSketch, locate, sketchClaim } from '../../testing/claims.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { itemsOf } from './item.ts'
import type { Report } from './link-document.ts'
import { profileOf } from './profile.ts'
import { tiedGroups, tiesOf } from './tied-groups.ts'

const organisations = loadOrganisations()

/** Reports of one town, one a day. */
const daily = Array.from({ length: 30 }, (_, i): Report => {
  const day = new Date(Date.UTC(2024, 2, 1 + i)).toISOString().slice(0, 10)
  const sketch: ClaimSketch = {
    id: `c${String(i).padStart(2, '0')}`,
    document: `d${i}`,
    killed: 2,
    place: 'Orvan',
    day,
  }
  const claim = sketchClaim(sketch)
  const items = itemsOf(claim, locate([claim], { Orvan: [10, 20] })[0])
  return { key: claim.id, items, profile: profileOf(items, organisations) }
})
const sizes = (groups: readonly (readonly number[])[]) => groups.map((group) => group.length).sort((a, b) => b - a)

/** Neighbouring days are tied, every third tie is strong. */
const score = (i: number, j: number): number => (Math.abs(i - j) !== 1 ? -1 : Math.min(i, j) % 3 === 0 ? 4 : 0.8)

describe('reports tied in a chain', () => {
  test('are one group when they are few', () => {
    expect(sizes(tiedGroups(daily, [], score))).toEqual([30])
  })

  test('are parted at their weaker ties when they are too many, in whatever order they come', () => {
    const groups = tiedGroups(daily, [], score, 10)
    expect(sizes(groups)).toEqual([...Array(10).fill(2), ...Array(10).fill(1)])
    const turned = daily.toReversed()
    const back = tiedGroups(turned, [], (i, j) => score(29 - i, 29 - j), 10)
    const named = (all: readonly (readonly number[])[], reports: readonly Report[]) =>
      all.map((group) => group.map((i) => reports[i]?.key).sort()).sort()
    expect(named(back, turned)).toEqual(named(groups, daily))
  })

  test('stay together where people tied them', () => {
    const groups = tiedGroups(daily, [[1, 2]], score, 10)
    expect(groups.find((group) => group.includes(1))).toContain(2)
  })

  test('are told by as few ties as join them; only those of the reports that are asked for', () => {
    expect(tiesOf(daily, score)).toHaveLength(29)
    expect(tiesOf(daily, score, new Set([0]))).toEqual([[0, 1]])
    expect(tiesOf(daily, () => 1).length).toBe(29)
  })
})
