import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyOrder } from './family-order.ts'

describe('the order in which pairs are compared', () => {
  it('keeps families together however they are mixed', () => {
    const pairs = [
      ['a1', 'a2'],
      ['b1', 'b2'],
      ['a1', 'a3'],
      ['b2', 'b3'],
      ['a2', 'a3'],
      ['b1', 'b3'],
    ] as const
    const families = familyOrder(pairs).map((pair) => pairs[pair]?.[0].charAt(0))
    expect(families.join('')).toBe('aaabbb')
  })

  it('has every pair once', () => {
    const pair = fc.tuple(fc.nat(20), fc.nat(20))
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        expect([...familyOrder(pairs)].sort((a, b) => a - b)).toEqual(pairs.map((_, at) => at))
      }),
    )
  })
})
