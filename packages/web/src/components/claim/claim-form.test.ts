import { expect, test } from 'vitest'
import { changedFields, EMPTY_FORM, isCountable, valuesOf } from './claim-form.ts'

test('only what differs is written, in the shapes of the server', () => {
  const before = { ...EMPTY_FORM, low: '12', high: '12', places: 'A; B', groups: { children: '3' } }
  const after = { ...before, high: '', places: 'A', groups: { children: '4', women: '' } }
  expect(changedFields(before, after)).toEqual([
    { field: 'count', value: { low: 12, high: null } },
    { field: 'groups', value: { children: [4, 4], women: [null, null] } },
    { field: 'places', value: [{ text: 'A' }] },
  ])
})

test('a place that was looked up goes with where it lies, and without it when it is spelt otherwise', () => {
  const found = { Halsaq: { name: 'Halsaq', lat: -47, lon: -123, country: 'XS', admin1: null } }
  const form = { ...EMPTY_FORM, places: 'Halsaq; Tirmaq', found }
  expect(valuesOf(form).places).toEqual([{ text: 'Halsaq', ...found.Halsaq }, { text: 'Tirmaq' }])
  expect(valuesOf({ ...form, places: 'Halsak' }).places).toEqual([{ text: 'Halsak' }])
  expect(changedFields({ ...form, found: {} }, form).map(({ field }) => field)).toEqual(['places'])
})

test('a number or a vague word is needed, and its bounds in order', () => {
  expect(isCountable(EMPTY_FORM)).toBe(false)
  expect(isCountable({ ...EMPTY_FORM, vague: 'dozens' })).toBe(true)
  expect(isCountable({ ...EMPTY_FORM, low: '5', high: '3' })).toBe(false)
  expect(isCountable({ ...EMPTY_FORM, low: '5' })).toBe(true)
  expect(isCountable({ ...EMPTY_FORM, low: 'five' })).toBe(false)
})

test('empty sources and places are left out', () => {
  const { sources, places } = valuesOf({ ...EMPTY_FORM, places: ' ; ', sources: [{ text: ' ', type: 'other' }] })
  expect([sources, places]).toEqual([[], []])
})
