import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@sijil/core/contract/page.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { findClaims } from './find-claims.ts'
import { findDocuments } from './find-documents.ts'
import { findIncidents } from './find-incidents.ts'
import { ingestPaths } from './ingest-paths.ts'

const DOCUMENTS = [
  {
    doc: 'market',
    outlet: 'Mill Post',
    published: '2024-03-13',
    title: 'Bakery queue hit',
    text: 'At least 12 people were killed on Tuesday when Russian jets bombed a market in Idlib, rescuers said.',
  },
  {
    doc: 'road',
    outlet: 'Harbour News',
    published: '2024-03-20',
    title: 'Bus on the Aleppo road',
    text: 'Three civilians were killed and nine wounded on Monday when a mine exploded under a bus near Aleppo, doctors said.',
  },
  {
    doc: 'odesa',
    outlet: 'Harbour News',
    published: '2024-04-02',
    title: 'Odesa after the night',
    text: 'Five people were injured on Monday in shelling of Odesa, the mayor said.',
  },
  {
    doc: 'arabic',
    outlet: 'جريدة',
    published: '2024-03-21',
    language: 'ar',
    title: 'قصف على المدرسة',
    text: 'قُتِلَ أربعة أشخاص في قصف على مدرسة في مدينة إدلب يوم الأربعاء، حسب الدفاع المدني.',
  },
  {
    doc: 'nothing',
    outlet: 'Mill Post',
    published: null,
    text: 'The council of the mill met and spoke of bread and of 100% wool.',
  },
]

describe.each(STORES)('finding, on %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    const file = join(folder, 'reports.jsonl')
    await writeFile(file, DOCUMENTS.map((one) => `${JSON.stringify(one)}\n`).join(''))
    await ingestPaths(test.store, { paths: [file], stdin: null, today: '2024-07-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  const docs = async (filter: Parameters<typeof findDocuments>[1]) =>
    (await findDocuments(test.store, filter)).items.map(({ doc }) => doc)
  const incidentsOf = async (filter: Parameters<typeof findIncidents>[1]) =>
    (await findIncidents(test.store, filter)).items.flatMap(({ documents }) => documents)
  const claimsOf = async (filter: Parameters<typeof findClaims>[1]) =>
    (await findClaims(test.store, filter)).items.map(({ doc }) => doc)

  it.each([
    ['market', ['market']],
    ['MARKETS bombing', ['market']],
    ['market OR bus', ['market', 'road']],
    ['killed -market', ['road']],
    ['"wounded on Monday"', ['road']],
    ['"Monday on wounded"', []],
    ['bakery', ['market']],
    ['مدرسة', ['arabic']],
    ['المدرسة ادلب', ['arabic']],
    ['قتل', ['arabic']],
    ["no'such & (word", []],
    ['100%', ['nothing']],
  ])('documents by words: %s', async (search, found) => {
    expect(await docs({ search })).toEqual(found)
  })

  it('documents by day, outlet, language, copies and place', async () => {
    expect(await docs({ from: '2024-03-20', to: '2024-03-31' })).toEqual(['road', 'arabic'])
    expect(await docs({ outlet: 'harbour' })).toEqual(['road', 'odesa'])
    expect(await docs({ outlet: '%' })).toEqual([])
    expect(await docs({ language: 'ar' })).toEqual(['arabic'])
    expect(await docs({ copies: true })).toEqual([])
    expect(await docs({ copies: false })).toHaveLength(5)
    expect(await docs({ place: 'حلب' })).toEqual(['road'])
    expect(await docs({ country: 'ua' })).toEqual(['odesa'])
    expect(await docs({ bbox: [36, 35, 38, 37] })).toEqual(['market', 'road', 'arabic'])
  })

  it('incidents by words of their claims and titles, place in any script, box, country, means and numbers', async () => {
    expect(await incidentsOf({ search: 'jets market' })).toEqual(['market'])
    expect(await incidentsOf({ search: 'bakery' })).toEqual(['market'])
    expect(await incidentsOf({ search: 'wool' })).toEqual([])
    expect(await incidentsOf({ place: 'إدلب' })).toEqual(['market', 'arabic'])
    expect(await incidentsOf({ place: 'Halep' })).toEqual(['road'])
    expect(await incidentsOf({ place: 'Syria' })).toEqual(['market', 'road', 'arabic'])
    expect(await incidentsOf({ country: 'SY', search: 'bus' })).toEqual(['road'])
    expect(await incidentsOf({ bbox: [30, 46, 31, 47] })).toEqual(['odesa'])
    expect(await incidentsOf({ bbox: [170, 46, 31, 47] })).toEqual(['odesa'])
    expect(await incidentsOf({ bbox: [31, 46, 170, 47] })).toEqual([])
    expect(await incidentsOf({ actor: 'russia' })).toEqual(['market'])
    expect(await incidentsOf({ means: 'shelling' })).toEqual(['arabic', 'odesa'])
    expect(await incidentsOf({ metric: 'injured' })).toEqual(['road', 'odesa'])
    expect(await incidentsOf({ minKilled: 4 })).toEqual(['market', 'arabic'])
    expect(await incidentsOf({ minKilled: 1, maxKilled: 4 })).toEqual(['road', 'arabic'])
    expect(await incidentsOf({ minInjured: 9 })).toEqual(['road'])
    expect(await incidentsOf({ from: '2024-03-15', to: '2024-03-19' })).toEqual(['road'])
    expect(await incidentsOf({ kind: 'rollup' })).toEqual([])
    expect(await incidentsOf({ minOrigins: 2 })).toEqual([])
    const { items } = await findIncidents(test.store, {})
    const grades = [...new Set(items.map(({ grade }) => grade))]
    expect(await incidentsOf({ grade: grades })).toHaveLength(items.length)
    expect(await incidentsOf({ grade: [] })).toEqual([])
  })

  it('claims by words, place, number, kind and day', async () => {
    expect(await claimsOf({ search: 'rescuers' })).toEqual(['market'])
    expect(await claimsOf({ metric: 'killed', min: 4 })).toEqual(['market', 'arabic'])
    expect(await claimsOf({ max: 8 })).toEqual(['road', 'odesa', 'arabic'])
    expect(await claimsOf({ kind: 'displacement' })).toEqual([])
    expect(await claimsOf({ place: 'Idleb' })).toEqual(['market', 'arabic'])
    expect(await claimsOf({ actor: 'RUSSIAN' })).toEqual(['market'])
    expect(await claimsOf({ means: 'shelling' })).toEqual(['odesa', 'arabic'])
    expect(await claimsOf({ from: '2024-03-31' })).toEqual(['odesa'])
    expect(await claimsOf({ bbox: [30, 46, 31, 47] })).toEqual(['odesa'])
    expect(await claimsOf({ country: 'SY', doc: 'road', metric: 'injured' })).toEqual(['road'])
  })

  it('pages through everything once, in each order, and counts it when asked', async () => {
    const walk = async <T>(page: (after?: string) => Promise<Page<T>>): Promise<T[]> => {
      const all: T[] = []
      for (let after: string | undefined; ; ) {
        const { items, next } = await page(after)
        expect(items.length).toBeLessThanOrEqual(2)
        all.push(...items)
        if (next === null) return all
        after = next
      }
    }
    const { store } = test
    const documents = (sort: 'oldest' | 'newest' | 'published') =>
      walk((after) => findDocuments(store, {}, { limit: 2, sort, ...(after && { after }) }))
    expect((await documents('oldest')).map(({ doc }) => doc)).toEqual(DOCUMENTS.map(({ doc }) => doc))
    expect((await documents('newest')).map(({ doc }) => doc)).toEqual(DOCUMENTS.map(({ doc }) => doc).reverse())
    expect((await documents('published')).map(({ published }) => published)).toEqual([
      '2024-04-02',
      '2024-03-21',
      '2024-03-20',
      '2024-03-13',
      null,
    ])
    const incidents = (sort: 'oldest' | 'newest' | 'deadliest') =>
      walk((after) => findIncidents(store, {}, { limit: 2, sort, ...(after && { after }) }))
    expect((await incidents('oldest')).flatMap((one) => one.documents)).toEqual(['market', 'road', 'arabic', 'odesa'])
    expect((await incidents('newest')).flatMap((one) => one.documents)).toEqual(['odesa', 'arabic', 'road', 'market'])
    expect((await incidents('deadliest')).flatMap((one) => one.documents)).toEqual([
      'market',
      'arabic',
      'road',
      'odesa',
    ])
    const claims = (sort: 'oldest' | 'newest') =>
      walk((after) => findClaims(store, {}, { limit: 2, sort, ...(after && { after }) }))
    expect(await claims('newest')).toEqual((await claims('oldest')).reverse())
    expect((await findDocuments(store, {}, { limit: 2, total: true })).total).toEqual({ count: 5, exact: true })
    expect((await findIncidents(store, { place: 'Syria' }, { total: true })).total).toEqual({ count: 3, exact: true })
    expect((await findClaims(store, {}, {})).total).toBeNull()
  })

  it('refuses a place in another order, and what is none', async () => {
    const { next } = await findDocuments(test.store, {}, { limit: 2 })
    await expect(findDocuments(test.store, {}, { sort: 'newest', after: next ?? '' })).rejects.toMatchObject({
      kind: 'misuse',
      code: 'bad-cursor',
    })
    for (const after of ['x', Buffer.from('["oldest","1 or true","1"]').toString('base64url')])
      await expect(findClaims(test.store, {}, { after })).rejects.toMatchObject({ code: 'bad-cursor' })
  })

  it('makes what is searched by anew where an earlier Sijil did not have it', async () => {
    const before = await incidentsOf({ place: 'Syria', search: 'bakery OR bus' })
    expect(before).toEqual(['market', 'road'])
    for (const statement of [
      'delete from derived',
      'truncate claim_spots, place_names',
      'update incidents set words = null, names = null',
    ])
      await sql.raw(statement).execute(test.store.db)
    expect(await incidentsOf({ search: 'bakery' })).toEqual([])
    await test.reopen()
    expect(await incidentsOf({ place: 'Idlib', search: 'bakery OR bus' })).toEqual(['market'])
    expect(await claimsOf({ place: 'Idlib', bbox: [36, 35, 38, 37] })).toEqual(['market', 'arabic'])
  })
})
