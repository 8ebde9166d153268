import { madeDocument } from '@sijil/core/testing/made-documents.js'
import { makeReports } from '@sijil/core/testing/reuse-world.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, type TestStore } from '../../testing/test-store.ts'
import { loadRows } from '../backup/dump-tables.ts'
import { shingles } from '../migrations/000022-shingles.ts'
import { makeScopedViews } from '../scoped-views.ts'
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

  it('of a store as it was are kept by the step that makes them narrow, whoever reads it by collections', async () => {
    const { db } = test.store
    await makeScopedViews(db)
    await sql`drop table shingles cascade`.execute(db)
    await sql`create table fingerprints (hash bigint not null, document_id text not null)`.execute(db)
    await sql`create view sijil_scoped.fingerprints as select * from sijil.fingerprints`.execute(db)
    for (const hash of HASHES)
      await sql`insert into fingerprints select ${hash}::bigint, unnest(${ids}::text[])`.execute(db)
    for (const statement of shingles.statements) await sql.raw(statement).execute(db)
    await makeScopedViews(db)
    const found = await bearersOf(db, HASHES, null)
    for (const hash of HASHES) expect(found.get(hash)).toEqual(ids)
  })
})
