import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import { dedupe } from '@sijil/core/stages/dedupe/dedupe.js'
import { fingerprintOf } from '@sijil/core/stages/dedupe/fingerprint.js'
import { testContext } from '@sijil/core/testing/context.js'
import { madeDocument } from '@sijil/core/testing/made-documents.js'
import { makeReports, seeded } from '@sijil/core/testing/reuse-world.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRead } from '../jobs/read-batch.ts'
import { allCopies, passagesOf } from '../store/queries/copies.ts'
import { insertRaws } from '../store/queries/raws.ts'
import { openTestStore, type TestStore } from '../testing/test-store.ts'
import { addDocuments } from './add-documents.ts'

const context = testContext()
const documents = makeReports(160, 11).map(madeDocument)
const lines = (values: readonly object[]) => values.map((one) => JSON.stringify(one)).sort()

/** A document in which there is nothing but words. */
const asRead = ({ document, text }: DocumentText): DocumentRead => ({
  document,
  text,
  maker: 'test 1',
  claims: [],
  places: [],
  fingerprint: fingerprintOf(text.content, document.zones),
  blocks: [],
})

const shuffled = <T>(values: readonly T[], seed: number): readonly T[] => {
  const random = seeded(seed)
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

describe('which documents copy which', () => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore()
  })
  afterAll(() => test.remove())

  /** Adds the documents to an empty store in batches of `size`, tells the copies and passages, and takes all back. */
  const storedIn = async (given: readonly DocumentText[], size: number) => {
    const undo = new Error('take it back')
    let found = { copies: [] as readonly string[], passages: [] as readonly string[] }
    await test.store.db
      .transaction()
      .execute(async (tx) => {
        await insertRaws(
          tx,
          [...new Set(given.map(({ document }) => document.rawSha256))].map((sha256) => ({ sha256, length: 1 })),
        )
        for (let at = 0; at < given.length; at += size)
          await addDocuments(tx, given.slice(at, at + size).map(asRead), context)
        const ids = given.map(({ document }) => document.id)
        found = { copies: lines(await allCopies(tx)), passages: lines(await passagesOf(tx, ids)) }
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return found
  }

  const whole = dedupe.run({ documents }, context)
  it.each([
    ['one by one', documents, 1],
    ['by sevens', documents, 7],
    ['by sixty-fours', documents, 64],
    ['one by one in another order', shuffled(documents, 1), 1],
    ['by sevens in another order', shuffled(documents, 2), 7],
    ['all at once, the last first', documents.toReversed(), 1000],
  ])('does not depend on how they came: %s', async (_name, given, size) => {
    const found = await storedIn(given, size)
    expect(found.copies.length).toBeGreaterThan(40)
    expect(found.copies).toEqual(lines(whole.copies))
    expect(found.passages).toEqual(lines(whole.passages))
  })
})
