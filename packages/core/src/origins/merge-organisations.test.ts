import { describe, expect, test } from 'vitest'
import { mergeOrganisations } from './merge-organisations.ts'
import { makeOrganisations } from './organisations.ts'
import { readOrganisations } from './read-organisations.ts'

const OURS = [
  { key: 'guards', name: 'Harbour Guards', type: 'civil_defence', party: '', aliases: 'the Guards|HG' },
  { key: 'army', name: 'Zarimandi army', type: 'party', party: 'army', aliases: 'the army' },
]

describe('tables of organisations', () => {
  test('of users come over those that Sijil brings: names are added, and taken over', () => {
    const { rows } = readOrganisations(
      'key,name,type,aliases\nguards,Harbour Guards,,Green Caps|حرس الميناء\n,Hill Guild,ngo,HG\n',
    )
    const organisations = makeOrganisations(mergeOrganisations([OURS, rows]), [])
    for (const name of ['Harbour Guards', 'the Green Caps', 'حرس الميناء', 'the Guards'])
      expect(organisations.find(name)?.key, name).toBe('guards')
    expect(organisations.find('HG')).toMatchObject({ key: 'hill-guild', type: 'ngo' })
    expect(organisations.find('Harbour Guards')?.type).toBe('other')
    expect(organisations.find('the army')).toMatchObject({ type: 'party', party: 'army' })
  })

  test('an organisation that lost its very name goes by another', () => {
    const merged = mergeOrganisations([OURS, [{ key: 'other', name: 'Harbour Guards', type: 'ngo', aliases: '' }]])
    const organisations = makeOrganisations(merged, [])
    expect(organisations.find('Harbour Guards')?.key).toBe('other')
    expect(organisations.find('HG')).toMatchObject({ key: 'guards', name: 'the Guards' })
  })

  test('tell which rows cannot be read, and why', () => {
    const { rows, bad } = readOrganisations('name;type\nA;ngo\n;ngo\nB;army\nA;un\n')
    expect(rows.map(({ key }) => key)).toEqual(['a'])
    expect(bad).toMatchObject([
      { line: 3, why: 'it has no name' },
      { line: 4, why: expect.stringContaining('"army" is no type') },
      { line: 5, why: 'the key "a" stands twice' },
    ])
  })
})
