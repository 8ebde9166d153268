import { madeDocument } from '@sijil/core/testing/made-documents.js'
import { makeReports } from '@sijil/core/testing/reuse-world.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, type TestStore } from '../../testing/test-store.ts'
import { loadRows } from '../backup/dump-tables.ts'
import { insertDocuments } from './documents.ts'
import { bearersOf, insertFingerprints } from './fingerprints.ts'
import { insertRaws } from './raws.ts'

const documents = makeReports(12, 4).map(madeDocument)
const ids = documents.map(({ document }) => document.id as string).sort()
/** Among them the smallest and the largest that there are. */
const HASHES = [0, 4, 2 ** 32 - 4, 2 ** 32, 2 ** 52 - 4, 2 ** 45 + 8, 123_456_789_012_344]

describe.each(STORES)('fingerprints, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
    const raws = new Map(
      documents.map(({ document }) => [document.rawSha256, { sha256: document.rawSha256, length: 1 }]),
    )
    await insertRaws(test.store.db, [...raws.values()])
    await insertDocuments(test.store.db, documents)
  })
  afterAll(() => test.remove())

  it('lead from a hash to the documents that bear it, those whose ids come first', async () => {
    const { db } = test.store
    const prints = ids.map((document, i) => ({ document, hashes: HASHES.filter((_, k) => i % (k + 1) === 0) }))
    await insertFingerprints(db, [...prints].reverse())
    const all = await bearersOf(db, HASHES, null)
    for (const [k, hash] of HASHES.entries()) expect(all.get(hash)).toEqual(ids.filter((_, i) => i % (k + 1) === 0))
    const first = await bearersOf(db, [...HASHES, 77], 2)
    for (const hash of HASHES) expect(first.get(hash)).toEqual(all.get(hash)?.slice(0, 2))
    expect(first.get(77)).toEqual([])
  })

  it('of an earlier Sijil are found by the same hashes', async () => {
    const { db } = test.store
    await db.deleteFrom('shingles').execute()
    const rows = ids.flatMap((id) => HASHES.map((hash) => ({ hash, document_id: id })))
    await loadRows(db, { table: 'fingerprints', rows })
    const found = await bearersOf(db, HASHES, null)
    for (const hash of HASHES) expect(found.get(hash)).toEqual(ids)
  })
})
