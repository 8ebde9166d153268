import { describe, expect, test } from 'vitest'
import { loadOrganisations, organisationRows } from '../testing/organisations.ts'
import { makeOrganisations } from './organisations.ts'

const organisations = loadOrganisations()

describe('the list of organisations', () => {
  test('every name and alias finds its own line', () => {
    for (const row of organisationRows())
      for (const name of [row.name ?? '', ...(row.aliases ?? '').split('|')])
        if (name !== '') expect([name, organisations.find(name)?.key]).toEqual([name, row.key])
  })

  test('every party that somebody speaks for is in the list', () => {
    const keys = new Set(organisationRows().map((row) => row.key))
    for (const row of organisationRows()) if (row.party !== '') expect(keys).toContain(row.party)
  })

  test.each([
    ['the White Helmets', 'white-helmets'],
    ['Syrian Civil Defence', 'white-helmets'],
    ['الدفاع المدني السوري', 'white-helmets'],
    ['a spokesman for the Syrian Observatory for Human Rights', 'sohr'],
    ["Russia's Defence Ministry", 'russia-mod'],
    ['the UN humanitarian coordination agency, OCHA', 'ocha'],
    ['the United Nations', 'un'],
    ['rescuers', undefined],
    ['residents of Aleppo', undefined],
    ['a monitoring group', undefined],
  ])('%s → %s', (phrase, key) => {
    expect(organisations.find(phrase)?.key).toBe(key)
  })
})

test('two organisations with one alias are refused', () => {
  const rows = [
    { key: 'a', name: 'Alpha', type: 'ngo', aliases: 'The Ones' },
    { key: 'b', name: 'Beta', type: 'ngo', aliases: 'the ones' },
  ]
  expect(() => makeOrganisations(rows, [])).toThrow('"the ones" names both a and b')
})
