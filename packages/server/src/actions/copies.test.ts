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
const documents = makeReports(100, 11).map(madeDocument)

/** More reprints of one report than a phrase leads to, each with other words changed, and a footer under half of all. */
const crowd = (() => {
  const random = seeded(5)
  const [story] = makeReports(1, 3)
  const footer = 'Our reporters on the ground work with partners in nine towns to bring you what happened and when.'
  return Array.from({ length: 64 }, (_, i) => {
    const words = (story?.text ?? '')
      .split(' ')
      .slice(0, 150)
      .map((word) => (random() < 0.03 ? `x${i}y${word}` : word))
    const day = `2020-02-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const own = i % 5 === 0 ? words.slice(0, words.length / 3) : words
    const text = [...own, ...(i % 2 === 0 ? footer.split(' ') : [])].join(' ')
    return madeDocument({ doc: `crowd${i}`, published: day, text, stories: [0], kind: 'reprint' })
  })
})()
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

  const together = dedupe.run({ documents: crowd }, context)
  it.each([
    ['one by one in another order', shuffled(crowd, 4), 1],
    ['by sixteens in another order', shuffled(crowd, 5), 16],
    ['all at once, the last first', crowd.toReversed(), 1000],
  ])('nor does a crowd larger than what a phrase leads to: %s', async (_name, given, size) => {
    const found = await storedIn(given, size)
    expect(found.copies.length).toBeGreaterThan(60)
    expect(found.copies).toEqual(lines(together.copies))
    expect(found.passages).toEqual(lines(together.passages))
  })

  const whole = dedupe.run({ documents }, context)
  it.each([
    ['one by one in another order', shuffled(documents, 1), 1],
    ['by sevens in another order', shuffled(documents, 2), 7],
    ['all at once, the last first', documents.toReversed(), 1000],
  ])('does not depend on how they came: %s', async (_name, given, size) => {
    const found = await storedIn(given, size)
    expect(found.copies.length).toBeGreaterThan(25)
    expect(found.copies).toEqual(lines(whole.copies))
    expect(found.passages).toEqual(lines(whole.passages))
  })
})
