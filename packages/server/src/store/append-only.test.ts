import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, type TestStore } from '../testing/test-store.ts'
import { beginImport } from './queries/imports.ts'
import { appendLog, GENESIS, hashOf, pageOfLog } from './queries/log.ts'

/** Tables whose rows stay, each with a row to try on. */
const ROWS: Readonly<Record<string, string>> = {
  texts: `insert into texts values ('t', 'words')`,
  raws: `insert into raws values ('r', 1)`,
  documents: `insert into documents (id, text_id, doc, media_type, raw_sha256, zones, warnings)
              values ('d', 't', 'd.txt', 'text/plain', 'r', '[]', '[]')`,
  claims: `insert into claims (id, document_id, maker, kind, start_at, claim) values ('c', 'd', 'm', 'casualty', 0, '{}')`,
  claim_places: `insert into claim_places (claim_id, gazetteer, places) values ('c', 'g', '[]')`,
  judgements: `insert into judgements (id, left_id, right_id, verdict, by_whom, reason, at)
               values ('j', 'c', 'c', 'same', 'someone', 'seen', now())`,
  withdrawals: `insert into withdrawals values ('j', 'someone', 'mistaken', now())`,
  reviews: `insert into reviews (id, target, target_id, field, decision, by_whom, reason, at)
            values ('v', 'claim', 'c', 'count', 'accept', 'someone', 'seen', now())`,
  review_withdrawals: `insert into review_withdrawals values ('v', 'someone', 'mistaken', now())`,
  codes: `insert into codes (code, anchor, serial) values ('X', 'c', 1)`,
  incident_versions: `insert into incident_versions (code) values ('X')`,
  import_items: `insert into import_items (import_id, name, stage, outcome, documents) values (1, 'd.txt', 'store', 'new', 1)`,
  log: `insert into log values (1, now(), 'kind', '{}', '', '')`,
}

describe.each(STORES)('what only grows, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
    await beginImport(test.store.db, [], test.store.name)
    for (const statement of Object.values(ROWS)) await sql.raw(statement).execute(test.store.db)
  })
  afterAll(() => test.remove())

  it.each(Object.keys(ROWS))('%s refuses to be updated, deleted or emptied', async (table) => {
    const { db } = test.store
    const column = (
      await sql
        .raw<{ column: string }>(
          `select attname as column from pg_attribute where attrelid = 'sijil.${table}'::regclass and attnum > 0 and attidentity = '' limit 1`,
        )
        .execute(db)
    ).rows[0]?.column
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/is append-only/)
  })
})

describe.each(STORES)('the log, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.remove())

  it('chains its entries, also when written by many at once', async () => {
    const { db } = test.store
    const write = (n: number) => db.transaction().execute((tx) => appendLog(tx, 'note', { n, z: 1, a: 'ثلاثة' }))
    await Promise.all(Array.from({ length: 12 }, (_, n) => write(n)))
    const entries = await pageOfLog(db, 0, 100)
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    expect(entries.map(({ previous }) => previous)).toEqual([GENESIS, ...entries.slice(0, -1).map(({ hash }) => hash)])
    for (const entry of entries) expect(hashOf(entry)).toBe(entry.hash)
  })

  it('has no gap after a transaction that was rolled back', async () => {
    const { db } = test.store
    const before = (await pageOfLog(db, 0, 1000)).length
    const failing = db.transaction().execute(async (tx) => {
      await appendLog(tx, 'note', {})
      throw new Error('on the way')
    })
    await expect(failing).rejects.toThrow('on the way')
    await db.transaction().execute((tx) => appendLog(tx, 'note', {}))
    expect((await pageOfLog(db, 0, 1000)).at(-1)?.seq).toBe(before + 1)
  })
})
