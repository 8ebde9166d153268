import { describe, expect, test } from 'vitest'
import { holdsName } from './holds-name.ts'
import { keysOf, keysWithin } from './name-keys.ts'

const meet = (text: string, name: string): boolean => {
  const within = new Set(keysWithin(text))
  return keysOf(name).some((key) => within.has(key))
}

describe('keys of names', () => {
  test.each([
    ['Kfar Taal', 'Kafr Taal'],
    ['the village of Kfar Taal', 'kafr ta‘al'],
    ["Maaret al-Numaan district's south", "Ma'arrat al-Nu'man"],
    ['Idlib', 'إدلب'],
    ['محافظة إدلب', 'Idlib'],
    ['ar-Raqqa', 'Rakka'],
    ['Deir ez-Zor', 'Deir al-Zour'],
    ['Khan Yunis', 'Khanyunis'],
    ['Київ', 'Kyiv'],
  ])('%s is found by %s', (text, name) => {
    expect(holdsName(text, name)).toBe(true)
    expect(meet(text, name)).toBe(true)
  })

  test.each([
    ['Aleppo', 'Damascus'],
    ['Somalia', 'Mali'],
    ['Kafr Nabl', 'Taal'],
  ])('%s is not found by %s', (text, name) => {
    expect(meet(text, name)).toBe(false)
  })

  test('of nothing but signs there are none', () => {
    expect(keysOf(' – ')).toEqual([])
    expect(keysWithin('')).toEqual([])
  })
})
