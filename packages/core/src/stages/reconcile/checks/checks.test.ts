import { describe, expect, test } from 'vitest'
import type { CountClaim } from '../../../model/claim.ts'
import { sketchClaim } from '../../../testing/claims.ts'
import { documentOf } from '../../../testing/gold-claims.ts'
import type { CountWitness } from '../evidence.ts'
import { checkBreakdowns } from './breakdown.ts'
import { checkSubgroups } from './subgroup.ts'

const witness = (
  id: string,
  bounds: readonly [number | null, number | null],
  more: Partial<CountClaim> = {},
): CountWitness => ({
  claim: sketchClaim({ id, document: 'd', bounds, place: 'Sarmuq', more }),
  document: documentOf('d', null, null),
  source: 'd' as CountWitness['source'],
  origin: { key: 'o', name: 'o', type: 'other', party: null },
  enemy: false,
})
const addend = (id: string, number: number, more: Partial<CountClaim> = {}) =>
  witness(id, [number, number], {
    partOf: 't' as CountClaim['id'],
    relation: 'part',
    start: Number(id.slice(1)),
    ...more,
  })

describe('breakdowns', () => {
  test.each<[string, readonly [number | null, number | null], readonly CountWitness[], boolean, string]>([
    [
      'equal',
      [22, null],
      [addend('p1', 9), addend('p2', 6), addend('p3', 5), addend('p4', 1), addend('p5', 1)],
      true,
      '22 = 9 + 6 + 5 + 1 + 1',
    ],
    ['short', [12, 12], [addend('p1', 8)], false, '12 > 8: short by 4'],
    ['over', [12, 12], [addend('p1', 8), addend('p2', 6)], false, '12 < 8 + 6 = 14: over by 2'],
    [
      'over an open total',
      [12, null],
      [addend('p1', 8), addend('p2', 6)],
      true,
      'at least 12: the parts are 8 + 6 = 14',
    ],
    [
      'restated addends count once',
      [8, 8],
      [addend('p1', 8), addend('p2', 8, { restates: 'p1' as CountClaim['id'] })],
      true,
      '8 = 8',
    ],
  ])('%s', (_, bounds, parts, holds, text) => {
    const [check] = checkBreakdowns([witness('t', bounds)], new Map([['t', parts]]))
    expect(check).toMatchObject({ kind: 'breakdown', holds, text })
  })

  test('"two each" adds up once for each place', () => {
    const claim = addend('p1', 2).claim
    const each = {
      ...addend('p1', 2),
      claim: { ...claim, count: { ...claim.count, each: true }, places: [...claim.places, ...claim.places] },
    }
    expect(checkBreakdowns([witness('t', [4, 4])], new Map([['t', [each]]]))[0]?.text).toBe('4 = 2 + 2')
  })

  test('a total without addends is not checked', () => {
    expect(checkBreakdowns([witness('t', [4, 4])], new Map())).toEqual([])
  })
})

test.each<[number, number, number, boolean]>([
  [8, 6, 2, true],
  [8, 6, 3, false],
])('of %i killed, %i children and %i women: holds = %s', (whole, children, women, holds) => {
  const groups = { children: { low: children, high: children }, women: { low: women, high: women } }
  expect(checkSubgroups([witness('t', [whole, whole], { groups })])).toHaveLength(holds ? 0 : 1)
})
