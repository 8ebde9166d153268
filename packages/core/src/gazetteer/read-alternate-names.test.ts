import { describe, expect, it } from 'vitest'
import type { GazetteerEntry } from './gazetteer.ts'
import { alternateNamesReader, isAlternateNames } from './read-alternate-names.ts'

const zarvan: GazetteerEntry = {
  id: 'XT:91',
  name: 'Zarvan',
  names: ['Zervan'],
  lat: 10,
  lon: 20,
  kind: 'settlement',
  country: 'XT',
  admin1: null,
  population: 0,
  pcode: null,
  level: null,
  radius: null,
}
const read = (...lines: readonly string[]) => {
  const reader = alternateNamesReader(new Map([['91', zarvan]]))
  lines.forEach((line, i) => {
    reader.add(line, i + 1)
  })
  return reader.done()
}

describe('isAlternateNames', () => {
  it.each([
    ['1284819\t91\ten\tZarvan\t1\t\t\t\t\t', true],
    ['1284819\t91\t\tZarvan\t\t\t\t\r', true],
    ['91\tZarvan\tZarvan\t\t10\t20\tP\tPPL\tXT\t', false],
    ['name,lat,lon', false],
    ['', false],
  ])('%j: %s', (line, is) => expect(isAlternateNames(line)).toBe(is))
})

describe('alternateNamesReader', () => {
  it('gives known places their further names, former ones too, and no links or codes', () => {
    const { entries, bad } = read(
      '1\t91\tar\tزرفان\t1\t\t\t\t\t',
      '2\t91\tru\tЗарван\t\t\t\t\t\t',
      '3\t91\ten\tOldvan\t\t\t\t1\t1950\t1970',
      '4\t91\tlink\thttps://example.org\t\t\t\t\t\t',
      '5\t91\tiata\tZRV\t\t\t\t\t\t',
      '6\t92\ten\tElsewhere\t\t\t\t\t\t',
      '',
    )
    expect(bad).toEqual([])
    expect(entries).toEqual([{ ...zarvan, names: ['Zervan', 'زرفان', 'Зарван', 'Oldvan'] }])
  })

  it('names broken rows and keeps the rest', () => {
    const { entries, bad } = read('1\t91', '2\tx\ten\tZ', '3\t91\ten\t', '4\t91\ten\tZarvanuk\t\t\t\t')
    expect(bad.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(entries[0]?.names).toContain('Zarvanuk')
  })
})
