import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarsened, redact, WITHHELD_TITLE } from './redact.ts'

const NOTHING = { names: [], unreadable: new Set<string>(), grid: null }

test('masks names in every string wherever it stands, and keeps lengths', () => {
  const value = { quote: 'Lamis Dorvan fled', deep: [{ checks: [{ text: 'said Lamis  Dorvan.' }] }], n: 3, none: null }
  const hidden = redact(value, { ...NOTHING, names: ['Lamis Dorvan'] })
  expect(JSON.stringify(hidden)).not.toMatch(/Lamis|Dorvan/)
  expect(hidden.quote).toBe('████████████ fled')
  expect(hidden.deep[0]?.checks[0]?.text).toHaveLength(value.deep[0]?.checks[0]?.text.length ?? -1)
  expect(hidden.n).toBe(3)
})

test('leaves no name in any value, however it is nested', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const value = { json, name: 'Qarmaz Velu', text: ['so Qarmaz Velu said'] }
      expect(JSON.stringify(redact(value, { ...NOTHING, names: ['Qarmaz Velu'] }))).not.toContain('Qarmaz Velu')
    }),
  )
})

test('a village that is called like a person keeps its name', () => {
  const value = { place: { name: 'Hamad' }, places: ['Hamad'], actors: ['Hamad'] }
  expect(redact(value, { ...NOTHING, names: ['Hamad'] })).toEqual({ ...value, actors: ['█████'] })
})

test('titles are withheld where names cannot be told from other words', () => {
  const value = { document: { id: 'd1', title: 'خبر' }, other: { id: 'd2', title: 'News' } }
  const hidden = redact(value, { ...NOTHING, unreadable: new Set(['d1']) })
  expect(hidden.document.title).toBe(WITHHELD_TITLE)
  expect(hidden.other.title).toBe('News')
})

test('coarse points lie on the grid, and say how coarse they are', () => {
  const value = {
    place: { lat: 35.1234, lon: 36.789, radius: 500, precision: 1 },
    none: { lat: null, lon: null, radius: null },
  }
  expect(coarsened(value, 0.1)).toEqual({
    place: { lat: 35.1, lon: 36.8, radius: 11_132, precision: 2 },
    none: value.none,
  })
})
