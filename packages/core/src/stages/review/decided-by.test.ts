import { expect, test } from 'vitest'
import { decidedBy } from './decided-by.ts'

const made = { id: 'a', at: '2024-05-02T09:00:00Z', withdrawn: null }
const takenBack = { id: 'b', at: '2024-05-02T10:00:00Z', withdrawn: { at: '2024-05-04T08:00:00Z' } }

test('a decision counts from its own day on, and a withdrawal from its own', () => {
  expect(decidedBy([made, takenBack], '2024-05-01')).toEqual([])
  expect(decidedBy([made, takenBack], '2024-05-03')).toEqual([made, { ...takenBack, withdrawn: null }])
  expect(decidedBy([made, takenBack], '2024-05-04')).toEqual([made, takenBack])
})
