import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchTable } from './stretch-table.ts'

test('finds what it remembers by the characters of a line', () => {
  const table = stretchTable<number>(4)
  table.set('walls', 7, 1)
  expect(table.get('the walls fell', 4, 9, 7)).toBe(1)
  expect(table.get('the wells fell', 4, 9, 7)).toBeUndefined()
  expect(table.get('the walls fell', 4, 8, 7)).toBeUndefined()
})

test('of stretches of one hash remembers the two asked for last', () => {
  const table = stretchTable<number>(4)
  for (const [i, letter] of ['a', 'b'].entries()) table.set(letter, 0, i)
  expect(table.get('a', 0, 1, 0)).toBe(0)
  table.set('c', 0, 2)
  expect(table.get('a', 0, 1, 0)).toBe(0)
  expect(table.get('b', 0, 1, 0)).toBeUndefined()
  expect(table.get('c', 0, 1, 0)).toBe(2)
})

test('never takes one stretch for another', () => {
  const table = stretchTable<string>(8)
  const property = fc.property(fc.string({ minLength: 1 }), fc.integer(), (text, hash) => {
    const known = table.get(text, 0, text.length, hash)
    expect(known ?? text).toBe(text)
    if (known === undefined) table.set(text, hash, text)
    expect(table.get(text, 0, text.length, hash)).toBe(text)
  })
  fc.assert(property, { numRuns: 500 })
})
