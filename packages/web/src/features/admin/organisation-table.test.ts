import { readOrganisations } from '@sijil/core/origins/read-organisations.js'
import { describe, expect, test } from 'vitest'
import { aliasesOf, answersTo, changed, type Organisation, tableOf } from './organisation-table.ts'

const guards: Organisation = {
  key: 'guards',
  name: 'Harbour "Blue" Guards, Halsaq',
  type: 'civil_defence',
  party: null,
  aliases: ['the Guards', 'حرس الميناء'],
}
const army: Organisation = { key: 'army', name: 'Army', type: 'party', party: 'army', aliases: [] }

describe('a table of organisations', () => {
  test('is read as it was written, quotes and commas in names too', () => {
    const { rows, bad } = readOrganisations(tableOf([guards, army]))
    expect(bad).toEqual([])
    expect(rows).toEqual([
      { ...guards, party: '', aliases: guards.aliases.join('|') },
      { ...army, aliases: '' },
    ])
  })

  test('keeps the place of what is changed, gains what is new and loses what is taken out', () => {
    const renamed = { ...guards, name: 'Guards' }
    expect(changed([guards, army], 'guards', renamed)).toEqual([renamed, army])
    expect(changed([army], null, guards)).toEqual([army, guards])
    expect(changed([guards, army], 'guards', null)).toEqual([army])
    expect(changed([army], 'guards', guards)).toEqual([army, guards])
  })

  test('takes other names one a line, each once', () => {
    expect(aliasesOf(' the Guards \n\nHG|the Guards\n')).toEqual(['the Guards', 'HG'])
  })

  test('is searched by every name', () => {
    expect(answersTo(guards, 'حرس')).toBe(true)
    expect(answersTo(guards, 'blue')).toBe(true)
    expect(answersTo(army, 'navy')).toBe(false)
  })
})
