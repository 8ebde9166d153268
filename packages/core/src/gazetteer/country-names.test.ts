import { expect, test } from 'vitest'
import { countryNamed } from './country-names.ts'

test.each([
  ['Syria', 'SY'],
  ['syria', 'SY'],
  ['سوريا', 'SY'],
  ['Ukraine', 'UA'],
  ['Україна', 'UA'],
  ['South Sudan', 'SS'],
  ['Sudan', 'SD'],
])('%s is %s', (name, code) => {
  expect(countryNamed(name)).toBe(code)
})

test.each(['Aleppo', 'Syr', ''])('%j is no country', (name) => {
  expect(countryNamed(name)).toBeNull()
})
