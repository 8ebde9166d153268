import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../testing/raw-sql.ts'
import { STORES, type TestStore } from '../testing/test-store.ts'
import { tellPlanner } from './maintain.ts'
import { insertFingerprints } from './queries/fingerprints.ts'

describe.each(STORES)('the planner, in %s', (_name, open) => {
  let test: TestStore
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.remove())

  const document = 'd0000000'
  const known = async (): Promise<number | undefined> => {
    await tellPlanner(test.store.db)
    const [found] = await ask<{ n: number }>(
      test.store,
      `select reltuples::int as n from pg_class where oid = 'sijil.shingles'::regclass`,
    )
    return found?.n
  }
  const add = async (from: number, count: number): Promise<void> =>
    insertFingerprints(test.store.db, [{ document, hashes: Array.from({ length: count }, (_, i) => from + i) }])

  it('is told of a table that has grown to twice its size, at once', { timeout: 60_000 }, async () => {
    await add(0, 1000)
    // What a connection has changed is counted a moment later.
    await expect.poll(known, { timeout: 30_000 }).toBe(1000)
    await add(1000, 1200)
    await expect.poll(known, { timeout: 30_000 }).toBe(2200)
  })
})
