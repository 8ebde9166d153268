import { expect, test } from 'vitest'
import type { CopyKind, CopyRelation } from '../model/copy.ts'
import type { DocumentId } from '../model/document.ts'
import { sketchClaim } from '../testing/claims.ts'
import { witnessDocuments } from './witness-documents.ts'

const copy = (document: string, of: string, relation: CopyKind): CopyRelation => ({
  document: document as DocumentId,
  of: of as DocumentId,
  relation,
  containment: 1,
  why: '',
})
const passage = (document: string, of: string, start: number, end: number) => ({
  document: document as DocumentId,
  of: of as DocumentId,
  start,
  end,
})
const original = sketchClaim({ id: 'a', document: 'first', killed: 8 })
const sameInSecond = sketchClaim({ id: 'b', document: 'second', killed: 8 })
const moreInSecond = sketchClaim({ id: 'c', document: 'second', killed: 11, more: { start: 50, end: 60 } })

test.each<[CopyKind]>([['identical'], ['reprint'], ['abridged']])(
  "all that a copy (%s) says is the original's",
  (relation) => {
    const witness = witnessDocuments([original, sameInSecond], {
      copies: [copy('second', 'first', relation)],
      passages: [],
    })
    expect(witness.get(sameInSecond.id)).toBe('first')
  },
)

test.each<[CopyKind]>([['reprint'], ['abridged'], ['reworded'], ['expanded']])(
  'a copy (%s) with a number changed is new for that number',
  (relation) => {
    const witness = witnessDocuments([original, sameInSecond, moreInSecond], {
      copies: [copy('second', 'first', relation)],
      passages: [passage('second', 'first', 0, 30)],
    })
    expect([witness.get(sameInSecond.id), witness.get(moreInSecond.id)]).toEqual(['first', 'second'])
  },
)

test("what an edited reprint says in a passage of the original is the original's, though it was read otherwise there", () => {
  const witness = witnessDocuments([moreInSecond], {
    copies: [copy('second', 'first', 'reprint')],
    passages: [passage('second', 'first', 40, 90)],
  })
  expect(witness.get(moreInSecond.id)).toBe('first')
})

test('an update is new for its new number alone', () => {
  const copies = [copy('second', 'first', 'expanded')]
  const witness = witnessDocuments([original, sameInSecond, moreInSecond], {
    copies,
    passages: [passage('second', 'first', 0, 30)],
  })
  expect([witness.get(sameInSecond.id), witness.get(moreInSecond.id)]).toEqual(['first', 'second'])
})

test("the same number outside the reused passage is the document's own", () => {
  const witness = witnessDocuments([original, sameInSecond], {
    copies: [copy('second', 'first', 'quotes')],
    passages: [passage('second', 'first', 40, 90)],
  })
  expect(witness.get(sameInSecond.id)).toBe('second')
})

test('a copy of a copy leads to the first, and a circle ends', () => {
  const third = sketchClaim({ id: 'd', document: 'third', killed: 8 })
  const chain = [copy('third', 'second', 'reprint'), copy('second', 'first', 'reprint')]
  expect(witnessDocuments([original, sameInSecond, third], { copies: chain, passages: [] }).get(third.id)).toBe('first')
  const circle = [copy('second', 'first', 'reprint'), copy('first', 'second', 'reprint')]
  expect(['first', 'second']).toContain(
    witnessDocuments([original, sameInSecond], { copies: circle, passages: [] }).get(original.id),
  )
})
