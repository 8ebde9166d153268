import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, type TestStore } from '../../testing/test-store.ts'
import { loadRows } from './dump-tables.ts'

describe.each(STORES)('rows of an earlier Sijil, on %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.remove())

  it('are loaded, columns that came later at their defaults', async () => {
    const { db } = test.store
    const row = {
      id: 7,
      started_at: '2024-03-12T08:00:00Z',
      finished_at: null,
      outcome: 'done',
      paths: ['a'],
      process: 'p',
    }
    await loadRows(db, { table: 'imports', rows: [row] })
    const found = await db.selectFrom('imports').selectAll().execute()
    expect(found).toMatchObject([{ id: 7, outcome: 'done', paths: ['a'], batches: null, batches_handled: 0 }])
  })
})
