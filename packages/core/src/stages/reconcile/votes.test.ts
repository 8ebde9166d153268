import { describe, expect, test } from 'vitest'
import type { CountClaim } from '../../model/claim.ts'
import { type ClaimSketch, sketchClaim } from '../../testing/claims.ts'
import { documentOf } from '../../testing/gold-claims.ts'
import type { Evidence, Witness } from './evidence.ts'
import { metricFigures } from './metric-figures.ts'
import { range } from './policies/range.ts'
import { votesOf } from './votes.ts'

interface Said extends Omit<ClaimSketch, 'id' | 'document'> {
  readonly doc?: string
  readonly by?: string
  readonly published?: string
  readonly enemy?: boolean
  readonly at?: number
}

/** One incident's evidence; claims are c0, c1 … in the order given, 200 characters apart unless `at` says where. */
const evidenceOf = (...said: readonly Said[]): Evidence => ({
  code: 'x',
  kind: 'incident',
  vague: (words) => (words === 'dozens' ? { least: 24, acled: 12 } : null),
  witnesses: said.map((one, i): Witness => {
    const doc = one.doc ?? 'd'
    const start = one.at ?? 200 * i
    const more: Partial<CountClaim> = { start, end: start + 10, ...one.more }
    return {
      claim: sketchClaim({ ...one, id: `c${i}`, document: doc, more }),
      document: documentOf(doc, null, one.published ?? '2024-03-13'),
      source: doc as Witness['source'],
      origin: { key: one.by ?? 'o', name: one.by ?? 'o', type: 'monitor', party: null },
      enemy: one.enemy ?? false,
    }
  }),
})
const bounds = (...said: readonly Said[]) => votesOf(evidenceOf(...said), 'killed').map(({ low, high }) => [low, high])
const part = (of: string) => ({ partOf: of as CountClaim['id'], relation: 'part' as const })
const subset = (of: string) => ({ partOf: of as CountClaim['id'], relation: 'subset' as const })

describe('one vote an origin', () => {
  test.each<[string, readonly Said[], readonly (readonly [number | null, number | null])[]]>([
    ['told twice is told once', [{ killed: 8 }, { killed: 8 }], [[8, 8]]],
    ['"18" and "at least 18" leave the top open', [{ killed: 18 }, { bounds: [18, null] }], [[18, null]]],
    [
      'a smaller number of the same text is some of the same people',
      [{ killed: 17 }, { killed: 3 }, { killed: 6 }],
      [[17, 17]],
    ],
    [
      'a later toll replaces an earlier one',
      [{ killed: 14 }, { killed: 17, doc: 'e', published: '2024-03-14' }],
      [[17, 17]],
    ],
    [
      '… but vague words do not replace a number',
      [{ killed: 14 }, { bounds: [null, null], doc: 'e', published: '2024-03-14' }],
      [[14, 14]],
    ],
    ['one day, two numbers: a range', [{ killed: 8 }, { killed: 9, doc: 'e' }], [[8, 9]]],
    [
      'origins do not replace each other',
      [
        { killed: 14, by: 'a' },
        { killed: 17, by: 'b', doc: 'e', published: '2024-03-14' },
      ],
      [
        [14, 14],
        [17, 17],
      ],
    ],
    [
      'addends without a total are a floor',
      [
        { killed: 9, by: 'a' },
        { killed: 4, by: 'b', more: part('c0') },
        { killed: 3, by: 'b', more: part('c0') },
      ],
      [
        [9, 9],
        [7, null],
      ],
    ],
    [
      'a subset is a floor',
      [
        { killed: 9, by: 'a' },
        { killed: 4, by: 'b', more: subset('c0') },
      ],
      [
        [9, 9],
        [4, null],
      ],
    ],
    [
      '"20 soldiers and two fighters" add up',
      [
        { killed: 20, at: 0, more: { status: 'combatant' } },
        { killed: 2, at: 30, more: { status: 'combatant' } },
      ],
      [[22, 22]],
    ],
    [
      '"50 fighters and eight civilians" add up',
      [
        { killed: 50, more: { status: 'combatant' } },
        { killed: 8, more: { status: 'civilian' } },
      ],
      [[58, 58]],
    ],
    [
      '"14 people, five children" do not',
      [
        { killed: 14, at: 0, more: { status: 'civilian' } },
        { killed: 5, at: 30, more: { status: 'civilian', groups: { children: { low: 5, high: 5 } } } },
      ],
      [[14, 14]],
    ],
  ])('%s', (_, said, expected) => {
    expect(bounds(...said)).toEqual(expected)
  })

  test('a restatement is dropped, and the earlier statement is kept as superseded', () => {
    const [vote] = votesOf(evidenceOf({ killed: 14 }, { killed: 17, doc: 'e', published: '2024-03-14' }), 'killed')
    expect(vote?.superseded.map(({ low }) => low)).toEqual([14])
  })
})

describe('by status', () => {
  const figures = (...said: readonly Said[]) => {
    const { all, civilians, combatants, unknown } = metricFigures(evidenceOf(...said), 'killed', range)
    return [all, civilians, combatants, unknown].map(({ low, high }) => [low, high])
  }

  test.each<[string, readonly Said[], readonly (readonly [number | null, number | null])[]]>([
    [
      'civilians only',
      [{ killed: 8, more: { status: 'civilian' } }],
      [
        [8, 8],
        [8, 8],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'people of no told status',
      [{ killed: 8 }],
      [
        [8, 8],
        [0, 0],
        [0, 0],
        [8, 8],
      ],
    ],
    [
      'both by one origin',
      [
        { killed: 50, more: { status: 'combatant' } },
        { killed: 8, more: { status: 'civilian' } },
      ],
      [
        [58, 58],
        [8, 8],
        [50, 50],
        [0, 0],
      ],
    ],
    [
      'contested: both minima are 0',
      [
        { killed: 8, by: 'a', more: { status: 'civilian' } },
        { killed: 8, by: 'b', more: { status: 'combatant' } },
      ],
      [
        [8, 8],
        [0, 8],
        [0, 8],
        [0, 0],
      ],
    ],
    [
      'mixed',
      [{ killed: 24, more: { status: 'mixed' } }],
      [
        [24, 24],
        [0, 24],
        [0, 24],
        [0, 24],
      ],
    ],
  ])('%s', (_, said, expected) => {
    expect(figures(...said)).toEqual(expected)
  })
})
