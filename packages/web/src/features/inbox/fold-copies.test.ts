import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import { expect, test } from 'vitest'
import { foldCopies } from './fold-copies.ts'

const document = (id: string, of: string | null = null): DocumentRecord => ({
  doc: `${id}.txt`,
  outlet: null,
  published: null,
  title: null,
  language: 'en',
  copy: of === null ? null : { relation: 'reprint', of: `${of}.txt`, containment: 1, why: '', ofDocument: of },
  claims: 0,
  id,
  agency: null,
  url: null,
  updated: null,
  supersedes: null,
  warnings: [],
  sha256: '',
})
const shown = (documents: readonly DocumentRecord[]) =>
  foldCopies(documents).map(({ document: { id }, depth, copies }) => [id, depth, copies])

test('copies stand under their original, copies of copies too, in the order of the list', () => {
  expect(shown([document('c', 'b'), document('a'), document('b', 'a'), document('d')])).toEqual([
    ['a', 0, 2],
    ['c', 1, 0],
    ['b', 1, 0],
    ['d', 0, 0],
  ])
})

test('a copy whose original is not in the list stands by itself', () => {
  expect(shown([document('b', 'a')])).toEqual([['b', 0, 0]])
})

test('documents that are said to copy one another lose nobody', () => {
  const rows = foldCopies([document('a', 'b'), document('b', 'a')])
  expect(rows.map((row) => row.document.id).sort()).toEqual(['a', 'b'])
})
