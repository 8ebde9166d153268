import { describe, expect, test } from 'vitest'
import type { ClaimId } from '../../model/claim.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { type ClaimSketch, locate, sketchClaim, sketchPlace } from '../../testing/claims.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { blocksOf } from './blocks.ts'
import { linkClaims } from './link-stage.ts'

const organisations = loadOrganisations()

const link = (
  sketches: readonly ClaimSketch[],
  judgements: readonly Judgement[] = [],
  points: Readonly<Record<string, readonly [number, number]>> = {},
): readonly ClaimLink[] => {
  const claims = sketches.map(sketchClaim)
  return linkClaims({ claims, places: locate(claims, points), copies: [], passages: [], judgements }, organisations)
}

/** The groups of claim ids, in order. */
const groupsOf = (links: readonly ClaimLink[]): readonly (readonly string[])[] => {
  const groups = new Map<string, string[]>()
  for (const one of links) groups.set(one.incident, [...(groups.get(one.incident) ?? []), one.claim])
  return [...groups.values()].map((ids) => ids.sort()).sort()
}

const judge = (left: string, right: string, verdict: Judgement['verdict'], at = '2024-04-01T00:00:00Z'): Judgement => ({
  kind: 'judgement',
  id: `${left}${right}${at}` as Judgement['id'],
  left,
  right,
  verdict,
  by: 'a person',
  reason: 'known on the ground',
  at,
  withdrawn: null,
})

const a = { id: 'a', document: 'one', killed: 8, place: 'Sarmuq' }
const b = { id: 'b', document: 'two', killed: 9, place: 'Sarmuk' }

describe('what belongs together', () => {
  test('one village spelt two ways on one day, with numbers that may be one toll', () => {
    expect(groupsOf(link([a, b]))).toEqual([['a', 'b']])
  })

  test.each([
    ['another village', { ...b, place: 'Tel Dorvan' }],
    ['five days later', { ...b, day: '2024-03-17' }],
    ['a sum, never merged with what it sums', { ...b, more: { scope: 'total' as const } }],
  ])('not: %s', (_, other) => {
    expect(groupsOf(link([a, other]))).toEqual([['a'], ['b']])
  })

  test('two villages that one document names are two, however near, alike and close in number', () => {
    const near = { Sarmuq: [36, 37], 'Tel Dorvan': [36.02, 37.02], Sarmuk: [36, 37] } as const
    const other = { ...b, document: 'one', place: 'Tel Dorvan', killed: 8 }
    expect(groupsOf(link([a, other], [], near))).toEqual([['a'], ['b']])
    // The same numbers of one village, spelt in two ways, are one.
    expect(groupsOf(link([a, { ...other, place: 'Sarmuk' }], [], near))).toEqual([['a', 'b']])
  })

  test('what a document says again is of one incident, whatever is told beside it; unless a person parts the two', () => {
    const told = (id: string, killed: number, day: string, place: string, at: number, restates: string | null) => ({
      id,
      document: 'one',
      killed,
      day,
      place,
      more: { start: at, end: at + 20, restates: restates as ClaimId | null },
    })
    const claims = [
      told('head', 62, '2024-03-11', '', 0, null),
      told('more', 61, '2024-03-11', 'Orvan', 400, null),
      told('again', 62, '2024-03-12', 'Deir Sarmuq', 800, 'head'),
      told('other', 300, '2024-03-12', 'Deir Sarmuq', 1200, null),
    ]
    const together = groupsOf(link(claims)).find((group) => group.includes('head'))
    expect(together).toContain('again')
    const parted = groupsOf(link(claims, [judge('head', 'again', 'different')])).find((group) => group.includes('head'))
    expect(parted).not.toContain('again')
  })

  test('places of one name that lie far apart are two', () => {
    const far = {
      ...b,
      place: 'Sarmuq',
      more: { places: [{ ...sketchClaim(b).places[0], text: 'Sarmuq Sharqi' } as never] },
    }
    expect(groupsOf(link([a, far], [], { Sarmuq: [10, 20], 'Sarmuq Sharqi': [12, 22] }))).toEqual([['a'], ['b']])
  })

  test('tolls, forecasts and denials are never linked', () => {
    for (const scope of ['cumulative', 'forecast', 'denied'] as const)
      expect(link([{ ...a, more: { scope } }])).toEqual([])
  })

  test('"two each in A and B" feeds two incidents', () => {
    const claim = sketchClaim({ ...a, killed: 2 })
    const two = {
      ...claim,
      count: { ...claim.count, each: true },
      places: [...claim.places, { ...claim.places[0], text: 'Orvan' } as never],
    }
    const links = linkClaims({ claims: [two], places: [], copies: [], passages: [], judgements: [] }, organisations)
    expect(links.map((one) => one.place)).toEqual([0, 1])
    expect(new Set(links.map((one) => one.incident)).size).toBe(2)
  })

  test('every link says why', () => {
    for (const one of link([a, b]))
      expect(one.why).toMatch(/the same place \(\+[\d.]+\).* as Sarmu[kq] of another report/)
    expect(link([a])[0]?.why).toBe('stands alone: no other report of it is known')
  })
})

test('a round-up that mentions forty incidents merges none of them', () => {
  const names = Array.from(
    { length: 40 },
    (_, i) =>
      `${'BDFGKLMNRST'.charAt(i % 11)}a${'bdgklmnrstz'.charAt((i * 3) % 11)}o${'bdfgklmnrs'.charAt((i * 7) % 10)}u${i}`,
  )
  const single = names.map((place, i) => ({ id: `s${i}`, document: `d${i}`, killed: 2, place }))
  const roundUp = names.map((place, i) => ({
    id: `r${i}`,
    document: 'round-up',
    killed: 2,
    place,
    more: { start: 100 * i, end: 100 * i + 10 },
  }))
  const points = Object.fromEntries(names.map((name, i) => [name, [10 + (i % 7), 20 + Math.floor(i / 7)] as const]))
  const groups = groupsOf(link([...single, ...roundUp], [], points))
  expect(groups).toHaveLength(40)
  for (const group of groups) expect(group).toHaveLength(2)
})

describe('judgements', () => {
  const far = { id: 'c', document: 'three', killed: 40, place: 'Tel Dorvan', day: '2024-03-20' }

  test('same joins what no rule would, and withdrawing it restores the record exactly', () => {
    const before = link([a, b, far])
    const joined = judge('a', 'c', 'same')
    expect(groupsOf(link([a, b, far], [joined]))).toEqual([['a', 'b', 'c']])
    const withdrawn = { ...joined, withdrawn: { by: 'a person', at: '2024-04-02T00:00:00Z', reason: 'mistaken' } }
    expect(link([a, b, far], [withdrawn])).toEqual(before)
  })

  test('different parts what the rules join; unsure does nothing', () => {
    expect(groupsOf(link([a, b], [judge('a', 'b', 'different')]))).toEqual([['a'], ['b']])
    expect(link([a, b], [judge('a', 'b', 'unsure')])).toEqual(link([a, b]))
  })

  test('the newest of two that contradict each other wins, in whatever order they come', () => {
    const older = judge('a', 'b', 'different', '2024-04-01T00:00:00Z')
    const newer = judge('a', 'b', 'same', '2024-04-02T00:00:00Z')
    expect(groupsOf(link([a, b], [older, newer]))).toEqual([['a', 'b']])
    expect(groupsOf(link([a, b], [newer, older]))).toEqual([['a', 'b']])
  })

  test('what is the same as one side is different from the other too', () => {
    const third = { ...a, id: 'd', document: 'four' }
    const judgements = [judge('a', 'd', 'same'), judge('d', 'b', 'different', '2024-04-03T00:00:00Z')]
    expect(groupsOf(link([a, b, third], judgements))).toEqual([['a', 'd'], ['b']])
  })

  test('two statements of one document can be parted', () => {
    const again = { ...a, id: 'e', more: { start: 50, end: 60 } }
    expect(groupsOf(link([a, again]))).toEqual([['a', 'e']])
    expect(groupsOf(link([a, again], [judge('a', 'e', 'different')]))).toEqual([['a'], ['e']])
  })
})

test('claims that are linked across documents share a block', () => {
  const [one, two] = [sketchClaim(a), sketchClaim(b)]
  const keys = new Set(blocksOf(one, undefined))
  expect(blocksOf(two, undefined).some((key) => keys.has(key))).toBe(true)
})

describe('what no gazetteer has', () => {
  const more = { means: 'missile' as const }
  const base = { id: 'a', document: 'one', killed: 5, place: 'Karvat air base', more }
  const town = { id: 'b', document: 'two', killed: 5, place: 'Orvan', more }
  const hurt = (sketch: ClaimSketch, injured: number): ClaimSketch => ({
    ...sketch,
    id: `${sketch.id}2`,
    killed: injured,
    more: { ...more, metric: 'injured', start: 20, end: 30 },
  })
  const linked = (sketches: readonly ClaimSketch[]) => {
    const claims = sketches.map(sketchClaim)
    const places = claims.map(({ id, places: [mention] }) => {
      const text = mention?.text ?? ''
      const point = sketchPlace(text, 10, 20)
      const country = { ...point, name: 'Testland', precision: 6 as const, radius: 300_000, admin1: null }
      return { claim: id, places: [text === 'Orvan' ? point : country] }
    })
    return groupsOf(linkClaims({ claims, places, copies: [], passages: [], judgements: [] }, organisations))
  }

  test('meets a town near it by the numbers of two harms', () => {
    expect(linked([base, hurt(base, 7), town, hurt(town, 7)])).toEqual([['a', 'a2', 'b', 'b2']])
  })

  test('and stays apart where one of the numbers is another', () => {
    expect(linked([base, hurt(base, 7), town, hurt(town, 40)])).toEqual([
      ['a', 'a2'],
      ['b', 'b2'],
    ])
  })
})

test('a claim without a time is in no block', () => {
  expect(blocksOf({ ...sketchClaim(a), time: { earliest: null, latest: null, precision: 5 } }, undefined)).toEqual([])
})
