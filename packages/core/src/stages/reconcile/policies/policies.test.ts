import { describe, expect, test } from 'vitest'
import type { ClaimId } from '../../../model/claim.ts'
import type { Vote } from '../votes.ts'
import { divideTotal } from './acled.ts'
import { POLICIES, policyNamed } from './policies.ts'

type Sketch = readonly [low: number | null, high: number | null, more?: Partial<Vote>]

const votes = (...sketches: readonly Sketch[]): readonly Vote[] =>
  sketches.map(([low, high, more], i) => ({
    low,
    high,
    floor: false,
    byStatus: new Map(),
    claims: [`c${i}` as ClaimId],
    day: '2024-03-12',
    documents: [`d${i}`],
    origin: { key: `o${i}`, name: `Origin ${i}`, type: 'monitor', party: null },
    enemy: false,
    vague: null,
    superseded: [],
    ...more,
  }))

const DOZENS = { vague: { least: 24, acled: 12 } }

/** Each line: what the origins say, then low, high and best under each codebook; null high = open. */
const CASES: readonly (readonly [
  string,
  readonly Sketch[],
  Readonly<Record<string, readonly [number | null, number | null, number | null]>>,
])[] = [
  ['nobody speaks of any', [], { range: [0, 0, 0], ucdp: [0, 0, 0], acled: [0, 0, 0], latest: [0, 0, 0] }],
  ['one origin, one number', [[8, 8]], { range: [8, 8, 8], ucdp: [8, 8, 8], acled: [8, 8, 8], latest: [8, 8, 8] }],
  [
    '8 and 9',
    [
      [8, 8],
      [9, 9],
    ],
    { range: [8, 9, 8], ucdp: [8, 9, 8], acled: [8, 8, 8], latest: [9, 9, 9] },
  ],
  [
    'two say 9, one says 8',
    [
      [9, 9],
      [8, 8],
      [9, 9],
    ],
    { range: [8, 9, 9], ucdp: [8, 9, 9], acled: [9, 9, 9], latest: [9, 9, 9] },
  ],
  [
    'at least 12',
    [[12, null]],
    { range: [12, null, 12], ucdp: [12, 12, 12], acled: [12, 12, 12], latest: [12, 12, 12] },
  ],
  [
    'at least 12, and 15 by another: the 15 closes the top',
    [
      [12, null],
      [15, 15],
    ],
    { range: [12, 15, 12] },
  ],
  [
    'at least 12, and 12 by another: the top stays open',
    [
      [12, null],
      [12, 12],
    ],
    { range: [12, null, 12] },
  ],
  [
    'up to 40 sets no low',
    [
      [null, 40],
      [30, 30],
    ],
    { range: [30, 40, 30] },
  ],
  [
    "an enemy's word raises the top only",
    [
      [4, 4],
      [30, 30, { enemy: true }],
    ],
    { range: [4, 30, 4], ucdp: [4, 30, 4] },
  ],
  ["an enemy's word alone", [[30, 30, { enemy: true }]], { range: [0, 30, null], ucdp: [0, 30, 0] }],
  [
    'a sum of parts is a floor',
    [
      [5, 5],
      [7, null, { floor: true }],
    ],
    { range: [7, null, 7] },
  ],
  [
    'dozens',
    [[null, null, DOZENS]],
    { range: [24, null, null], ucdp: [24, 24, 24], acled: [12, 12, 12], latest: [0, null, null] },
  ],
  [
    'dozens beside a number: the number counts',
    [
      [null, null, DOZENS],
      [9, 9],
    ],
    { range: [9, 9, 9], ucdp: [9, 24, 9] },
  ],
]

describe.each(CASES)('%s', (_, sketches, expected) => {
  test.each(Object.entries(expected))('%s', (name, [low, high, best]) => {
    const answer = policyNamed(name).answer(votes(...sketches))
    expect([answer.low, answer.high, answer.best]).toEqual([low, high, best])
  })
})

test('every bound names the claims that set it', () => {
  const answer = policyNamed('range').answer(votes([8, 8], [9, 9], [9, 9]))
  expect(answer).toMatchObject({ lowBy: ['c0'], highBy: ['c1', 'c2'] })
  expect(answer.why).toBe('8 by Origin 0; 9 by Origin 1 and 9 by Origin 2: 3 origins')
})

test('the order of votes does not matter', () => {
  const some = votes([8, 8], [12, null], [9, 9], [30, 30, { enemy: true }])
  for (const policy of POLICIES) {
    const [forth, back] = [policy.answer(some), policy.answer([...some].reverse())]
    expect([back.low, back.high, back.best]).toEqual([forth.low, forth.high, forth.best])
  }
})

test("ACLED's division gives the remainder to the first", () => {
  expect(divideTotal(14, 4)).toEqual([5, 3, 3, 3])
  expect(() => divideTotal(3, 0)).toThrow("can't divide a total of 3 over 0 events")
})

test('an unknown policy is refused with the names there are', () => {
  expect(() => policyNamed('median')).toThrow('there are range, ucdp, acled, latest')
})
