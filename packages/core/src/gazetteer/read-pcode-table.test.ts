import { describe, expect, it } from 'vitest'
import { type FindPoint, isPcodeTable, readPcodeTable } from './read-pcode-table.ts'

const nowhere: FindPoint = () => null

const WITH_POINTS = `ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM0_EN,ADM0_PCODE,center_lat,center_lon
Harim,حارم,SY0703,Idleb,إدلب,SY07,Syria,SY,36.2,36.6
Ariha,أريحا,SY0704,Idleb,إدلب,SY07,Syria,SY,35.8,36.6
Nowhere,,SY0705,Idleb,إدلب,SY07,Syria,SY,95,36.6
,,SY0706,Idleb,إدلب,SY07,Syria,SY,35.8,36.6
No code,,,,,,Syria,SY,35.8,36.6
`

describe('tables of areas with p-codes', () => {
  it('are read with their names in all scripts, the areas above them too, and broken rows by line', () => {
    const { entries, bad } = readPcodeTable(WITH_POINTS, 'cod', nowhere)
    expect(entries.map(({ pcode, name, names, level, country }) => [pcode, name, names, level, country])).toEqual([
      ['SY07', 'Idleb', ['إدلب'], 1, 'SY'],
      ['SY0703', 'Harim', ['حارم'], 2, 'SY'],
      ['SY0704', 'Ariha', ['أريحا'], 2, 'SY'],
    ])
    expect(entries[1]).toMatchObject({ id: 'cod:SY0703', kind: 'admin', admin1: 'Idleb', lat: 36.2, lon: 36.6 })
    expect(entries[0]).toMatchObject({ lat: 36, lon: 36.6 })
    expect(bad).toEqual([
      { line: 4, why: '"95" is no latitude (-90 to 90)' },
      { line: 5, why: 'the area SY0706 has no name' },
      { line: 6, why: 'it has no p-code of an area' },
    ])
  })

  it('take the points that other gazetteers know where they have none, and say where nobody knows', () => {
    const table =
      'admin0Name_en;admin0Pcode;admin1Name_en;admin1Name_ar;admin1Pcode\nSyria;SY;Idleb;إدلب;SY07\nSyria;SY;Orvan;;SY99\n'
    const find: FindPoint = (name, country, level) =>
      name === 'إدلب' && country === 'SY' && level === 1 ? { lat: 35.9, lon: 36.6 } : null
    const { entries, bad } = readPcodeTable(table, 'cod', find)
    expect(entries).toMatchObject([{ pcode: 'SY07', lat: 35.9, lon: 36.6 }])
    expect(bad).toMatchObject([{ line: 3, why: expect.stringContaining('no gazetteer knows where Orvan lies') }])
  })

  it.each([
    ['admin1Name_en,admin1Pcode', true],
    ['\uFEFF"ADM1_PCODE";"ADM1_EN"', true],
    ['adm3_name\tadm3_pcode', true],
    ['name,lat,lon,pcode', false],
  ])('are known by their header: %s', (header, expected) => {
    expect(isPcodeTable(header)).toBe(expected)
  })
})
