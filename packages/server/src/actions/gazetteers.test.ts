import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Problem } from '@sijil/core/contract/problem.js'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../testing/test-store.ts'
import { workbook } from '../testing/workbook.ts'
import { addGazetteer } from './add-gazetteer.ts'
import { importGazetteers } from './import-gazetteers.ts'
import { listGazetteers } from './list-gazetteers.ts'
import { type LocatedLine, locate } from './locate.ts'
import { removeGazetteer } from './remove-gazetteer.ts'
import { searchGazetteer } from './search-gazetteer.ts'

const CSV =
  'name,alt_names,lat,lon,country,kind\nZarvanuk,Zervanook;زرفنوك,35.5,36.5,SY,village\nBad,,95,36,SY,village\n'
const DUMP = [
  '91',
  'Orvanuk',
  'Orvanuk',
  'اورفنوك',
  '35.6',
  '36.6',
  'P',
  'PPL',
  'SY',
  '',
  '',
  '',
  '',
  '',
  '0',
  '',
  '',
  '',
  '2024-01-01',
].join('\t')

let test: TestStore
let folder: string
const path = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sijil-gazetteers-'))
  test = await openTestStore()
  await writeFile(path('own.csv'), CSV)
  await writeFile(path('XX.zip'), zipSync({ 'readme.txt': strToU8('hello'), 'XX.txt': strToU8(`${DUMP}\n`) }))
  await writeFile(path('broken.zip'), 'PK\u0003\u0004 nothing')
  await writeFile(path('latin1.csv'), Buffer.from([0x6e, 0xe9, 0x0a]))
})
afterAll(async () => {
  await test?.remove()
  await rm(folder, { recursive: true, force: true })
})

const importAll = async (...names: readonly string[]) => {
  const done = []
  const request = { paths: names.map(path), name: null, source: null, licence: null }
  for await (const one of importGazetteers(test.store, request)) done.push(one)
  return done
}
const located = async (text: string, files: readonly string[] = []) => {
  const lines = []
  for await (const line of locate({ input: Readable.from([text]), country: null, files, imported: [] }))
    lines.push(line)
  return lines
}

describe('importing gazetteers', () => {
  it('keeps tables and dumps, names bad rows, refuses the rest, and goes on', async () => {
    const [own, zip, broken, latin1, absent] = await importAll(
      'own.csv',
      'XX.zip',
      'broken.zip',
      'latin1.csv',
      'absent.csv',
    )
    expect(own).toMatchObject({
      name: 'own',
      format: 'csv',
      places: 1,
      known: false,
      bad: [{ line: 3, why: '"95" is no latitude (-90 to 90)' }],
    })
    expect(zip).toMatchObject({ name: 'XX', format: 'geonames', places: 1 })
    expect([broken, latin1, absent].map((one) => (one instanceof Problem ? one.code : one))).toEqual([
      'gazetteer-broken-zip',
      'gazetteer-not-utf8',
      'no-such-file',
    ])
    expect((await listGazetteers(test.store)).map(({ name }) => name)).toEqual(['built-in', 'own', 'XX'])
  })

  it('knows what it has, and finds it in any script', async () => {
    expect(await importAll('own.csv')).toMatchObject([{ known: true }])
    const [found] = await searchGazetteer(test.store, { name: 'زرفنوك', country: null, limit: 3 })
    expect(found?.entry).toMatchObject({ name: 'Zarvanuk', admin1: 'Idlib', country: 'SY' })
  })

  it('reads areas with p-codes, placed by their names where the table gives no coordinates', async () => {
    await writeFile(path('pcodes.csv'), 'admin1Name_en,admin1Name_ar,admin1Pcode\nIdleb,إدلب,SY07\nQuxvort,,SY99\n')
    const [table] = await importAll('pcodes.csv')
    expect(table).toMatchObject({ format: 'pcodes', places: 1, bad: [{ line: 3 }] })
    const found = await searchGazetteer(test.store, { name: 'Idleb', country: 'SY', limit: 9 })
    expect(found.map(({ entry }) => entry.pcode)).toContain('SY07')
    await removeGazetteer(test.store, 'pcodes')
  })

  it('reads areas with p-codes from the sheets of a workbook, each level from its own', async () => {
    await writeFile(
      path('areas.xlsx'),
      workbook({
        About: [['Made for a test']],
        Admin2: [
          ['admin2Name_en', 'admin2Pcode', 'admin1Name_en', 'admin1Pcode', 'center_lat', 'center_lon'],
          ['Zarvan District', 'SY0799', 'Idleb', 'SY07', 35.5, 36.5],
          ['Nowhere', 'SY0798', 'Idleb', 'SY07', 'x', 36.5],
        ],
        Admin1: [
          ['admin1Name_en', 'admin1Name_ar', 'admin1Pcode', 'center_lat', 'center_lon'],
          ['Idleb', 'إدلب', 'SY07', 35.8, 36.7],
        ],
      }),
    )
    const [table] = await importAll('areas.xlsx')
    expect(table).toMatchObject({
      format: 'pcodes',
      places: 2,
      bad: [{ line: 3, why: expect.stringContaining('sheet Admin2') }],
    })
    const [district] = await searchGazetteer(test.store, { name: 'Zarvan District', country: 'SY', limit: 3 })
    expect(district?.entry).toMatchObject({ pcode: 'SY0799', areas: ['SY07'], admin1: 'Idlib', lat: 35.5 })
    const found = await searchGazetteer(test.store, { name: 'إدلب', country: 'SY', limit: 9 })
    expect(found.find(({ entry }) => entry.pcode === 'SY07')?.entry).toMatchObject({ lat: 35.8, lon: 36.7 })
    await removeGazetteer(test.store, 'areas')
  })

  it('reads a table of places from a workbook, and refuses one of something else', async () => {
    await writeFile(
      path('villages.xlsx'),
      workbook({
        Sheet1: [
          ['name', 'lat', 'lon'],
          ['Sheetvan', 35.5, 36.5],
        ],
      }),
    )
    await writeFile(
      path('other.xlsx'),
      workbook({
        Sheet1: [
          ['a', 'b'],
          [1, 2],
        ],
      }),
    )
    const [villages, other] = await importAll('villages.xlsx', 'other.xlsx')
    expect(villages).toMatchObject({ format: 'csv', places: 1, bad: [] })
    expect(other).toMatchObject({ code: 'no-gazetteer' })
    await removeGazetteer(test.store, 'villages')
  })

  it('gives places further names from alternateNamesV2, packed or not, and keeps each place one', async () => {
    const rows =
      '1\t91\tru\tОрванюк\t1\t\t\t\t\t\n2\t91\ten\tPodvarnik\t\t\t\t1\t\t\nbroken\n3\t5\ten\tNobody\t\t\t\t\t\t\n'
    await writeFile(
      path('alternateNamesV2.zip'),
      zipSync({ 'iso-languagecodes.txt': strToU8('ISO 639-3\n'), 'alternateNamesV2.txt': strToU8(rows) }),
    )
    const [names] = await importAll('alternateNamesV2.zip')
    expect(names).toMatchObject({ format: 'alternate-names', places: 1, bad: [{ line: 3 }] })
    for (const name of ['Podvarnik', 'Орванюк', 'Orvanuk']) {
      const found = await searchGazetteer(test.store, { name, country: 'SY', limit: 5 })
      expect(found.filter(({ entry }) => entry.id === 'XX:91')).toHaveLength(1)
    }
    await removeGazetteer(test.store, 'alternateNamesV2')
    await writeFile(path('none.txt'), '1\t999999999\ten\tNobody\t\t\t\t\t\t\n')
    expect(await importAll('none.txt')).toMatchObject([{ code: 'no-gazetteer' }])
  })

  it('replaces a gazetteer by the next of its name, and removes it', async () => {
    await writeFile(path('own.csv'), 'name,lat,lon,country\nNewvanuk,35.5,36.5,SY\n')
    await importAll('own.csv')
    const found = async (name: string): Promise<readonly string[]> =>
      (await searchGazetteer(test.store, { name, country: 'SY', limit: 9 })).map(({ entry }) => entry.name)
    expect(await found('Zarvanuk')).not.toContain('Zarvanuk')
    expect(await found('Newvanuk')).toContain('Newvanuk')
    await removeGazetteer(test.store, 'own')
    expect(await found('Newvanuk')).not.toContain('Newvanuk')
    await expect(removeGazetteer(test.store, 'own')).rejects.toMatchObject({
      code: 'no-such-gazetteer',
      kind: 'missing',
    })
  })

  it('downloads a country, and says what to do when it cannot', async () => {
    const archive = zipSync({ 'YY.txt': strToU8(`${DUMP}\n`) })
    const server = createServer((request, reply) => {
      if (request.url === '/YY.zip') reply.end(Buffer.from(archive))
      else reply.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { signal } = new AbortController()
    const add = (country: string, url: string) => addGazetteer(test.store, { country, url: `${url}/CC.zip`, signal })
    await expect(add('YY', base)).resolves.toMatchObject({ name: 'YY', places: 1 })
    await expect(add('ZZ', base)).rejects.toMatchObject({ code: 'gazetteer-not-served', kind: 'refused' })
    server.close()
    server.closeAllConnections()
    await expect(add('YY', base)).rejects.toMatchObject({ code: 'gazetteer-unreachable', kind: 'refused' })
  })
})

describe('locating without a store', () => {
  it('reads JSON lines and bare text, and names broken lines', async () => {
    const lines = await located('{"id":7,"text":"Shells hit Kharkiv."}\n\nTwo died in Mariupol.\n{"id":"x"}\n{broken\n')
    expect(lines.map((line) => ('why' in line ? line.line : line.id))).toEqual(['7', '3', 4, 5])
    const [first] = (lines[0] as LocatedLine).places
    expect(first).toMatchObject({ text: 'Kharkiv', start: 11, end: 18, country: 'UA', precision: 1 })
  })

  it('uses a gazetteer that is imported nowhere', async () => {
    await writeFile(path('extra.csv'), CSV)
    const [line] = await located('Two died in Zervanook village in Idlib, Syria.', [path('extra.csv')])
    expect((line as LocatedLine).places[0]).toMatchObject({ name: 'Zarvanuk', precision: 1, gazetteerId: 'extra:2' })
  })
})
