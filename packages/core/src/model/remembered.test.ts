import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remembered } from './remembered.ts'

describe('remembered', () => {
  it('answers as the question itself does, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 1, max: 8 }), (keys, most) => {
        const answer = remembered(most, (key: number) => (key % 3 === 0 ? undefined : key * 2))
        for (const key of keys) expect(answer(key)).toBe(key % 3 === 0 ? undefined : key * 2)
      }),
    )
  })

  it('asks once for what is asked again and again, and forgets what is not', () => {
    const asked: string[] = []
    const answer = remembered(2, (key: string) => asked.push(key))
    for (const key of ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a']) answer(key)
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e'])
    answer('b')
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
  })
})
