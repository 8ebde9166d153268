import { describe, expect, it } from 'vitest'
import { readAdmin1Codes, readGeonames } from './read-geonames.ts'
import { readPlaceTable } from './read-place-table.ts'

const dumpRow = (cells: Readonly<Record<number, string>>): string => {
  const row = [
    '7',
    'Kafr Solān',
    'Kafr Solan',
    'Kfar Soulan,كفر صولان,KSL',
    '10.5',
    '20.25',
    'P',
    'PPL',
    'XT',
    '',
    '01',
    '',
    '',
    '',
    '900',
    '',
    '',
    '',
    '2024-01-01',
  ]
  return row.map((cell, i) => cells[i] ?? cell).join('\t')
}

describe('a GeoNames dump', () => {
  const codes = readAdmin1Codes('XT.01\tTarsk\tTarsk\t1\nXT.02\tGolim\tGolim\t2\n')

  it('gives entries', () => {
    expect(readGeonames(dumpRow({}), 'XT', codes)).toEqual({
      bad: [],
      entries: [
        {
          id: 'XT:7',
          name: 'Kafr Solān',
          names: ['Kafr Solan', 'Kfar Soulan', 'كفر صولان'],
          lat: 10.5,
          lon: 20.25,
          kind: 'settlement',
          country: 'XT',
          admin1: 'Tarsk',
          population: 900,
          pcode: null,
          level: null,
          radius: null,
        },
      ],
    })
  })

  it.each([
    ['A', 'PCLI', 'country', 0],
    ['A', 'ADM1', 'admin', 1],
    ['A', 'ADM3', 'admin', 3],
    ['S', 'AIRP', 'facility', null],
    ['L', 'RGN', 'area', null],
    ['T', 'MT', 'area', null],
  ] as const)('takes %s.%s for a place of kind %s, level %s', (klass, code, kind, level) => {
    expect(readGeonames(dumpRow({ 6: klass, 7: code }), 'XT').entries[0]).toMatchObject({ kind, level })
  })

  it('leaves out what no longer is', () => expect(readGeonames(dumpRow({ 7: 'PPLH' }), 'XT').entries).toEqual([]))

  it('names broken rows with their line and keeps the others', () => {
    const rows = [
      dumpRow({}),
      'seven\tcolumns',
      '',
      dumpRow({ 4: '91' }),
      dumpRow({ 5: 'east' }),
      dumpRow({ 0: 'x' }),
      dumpRow({ 1: '' }),
      dumpRow({ 0: '8' }),
    ]
    const { entries, bad } = readGeonames(`${rows.join('\r\n')}\r\n`, 'XT')
    expect(entries.map(({ id }) => id)).toEqual(['XT:7', 'XT:8'])
    expect(bad).toEqual([
      { line: 2, why: '2 columns, a GeoNames dump has 19' },
      { line: 4, why: '"91" is no latitude (-90 to 90)' },
      { line: 5, why: '"east" is no longitude (-180 to 180)' },
      { line: 6, why: '"x" is no geonameid' },
      { line: 7, why: 'it has no name' },
    ])
  })
})

describe("a user's table", () => {
  it('gives entries, whatever the order of its columns', () => {
    const csv =
      '\uFEFFcountry,lat,lon,kind,name,alt_names,admin1,pcode\nxt,10.5,20.25,village,"Solan, Upper",Kfar Solan; كفر صولان,Tarsk,XT01\n'
    expect(readPlaceTable(csv, 'own')).toEqual({
      bad: [],
      entries: [
        {
          id: 'own:2',
          name: 'Solan, Upper',
          names: ['Kfar Solan', 'كفر صولان'],
          lat: 10.5,
          lon: 20.25,
          kind: 'settlement',
          country: 'XT',
          admin1: 'Tarsk',
          population: 0,
          pcode: 'XT01',
          level: null,
          radius: null,
        },
      ],
    })
  })

  it.each([
    ['semicolons', 'name;lat;lon\nVel;1;2\n'],
    ['tabs', 'name\tlat\tlon\nVel\t1\t2\n'],
    ['no line at the end', 'name,lat,lon\nVel,1,2'],
  ])('reads %s', (_, csv) =>
    expect(readPlaceTable(csv, 'own').entries).toMatchObject([{ name: 'Vel', lat: 1, lon: 2 }]),
  )

  it('names broken rows with their line and keeps the others', () => {
    const csv =
      'name,lat,lon,country,kind\nVel,1,2,XT,town\nOstan,1,,XT,town\n,1,2,XT,town\nMir,1,2,Xtria,town\nDor,1,2,XT,planet\nTor,1,2,XT,camp\n'
    const { entries, bad } = readPlaceTable(csv, 'own')
    expect(entries.map(({ name, kind }) => [name, kind])).toEqual([
      ['Vel', 'settlement'],
      ['Tor', 'facility'],
    ])
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5, 6])
    expect(bad[2]?.why).toBe('"Xtria" is no ISO code of a country (two letters)')
    expect(bad[3]?.why).toContain('"planet" is no kind of place')
  })

  it.each([
    ['a header without the columns', 'place,latitude\nVel,1\n', 'the header has no column name, lat, lon'],
    ['an open quote', 'name,lat,lon\n"Vel,1,2\n', ''],
  ])('has no entries of %s', (_, csv, why) => {
    const { entries, bad } = readPlaceTable(csv, 'own')
    expect(entries).toEqual([])
    if (why !== '') expect(bad[0]).toEqual({ line: 1, why })
  })
})

describe('p-codes of the areas that hold a place', () => {
  it('are read from a table of places', () => {
    const { entries } = readPlaceTable(
      'name,lat,lon,country,pcode,ADM1_PCODE,ADM2_PCODE,ADM3_PCODE\nVel,1,2,XT,V1,XT01,XT0102,XT010203\nOst,1,2,XT,,,,\n',
      't',
    )
    expect(entries.map(({ areas }) => areas)).toEqual([['XT01', 'XT0102', 'XT010203'], undefined])
  })
})
