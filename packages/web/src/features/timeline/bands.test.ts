import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { expect, test } from 'vitest'
import { bandsOf, clipped, withBands } from './bands.ts'

const agreement = (id: string, from: string | null, to: string | null, more: object = {}): ClaimRecord =>
  ({
    id,
    kind: 'agreement',
    action: 'ceasefire',
    quote: 'a truce',
    from,
    to,
    places: ['Idlib'],
    ...more,
  }) as unknown as ClaimRecord

test('agreements told of the same days and places are one band, in the order of days', () => {
  const bands = bandsOf([
    agreement('a', '2024-03-05', '2024-03-09'),
    agreement('b', '2024-03-01', '2024-03-01'),
    agreement('c', '2024-03-05', '2024-03-09', { places: ['idlib'] }),
    agreement('d', '2024-03-05', '2024-03-09', { places: ['Hama'] }),
  ])
  expect(bands.map(({ from, claims }) => [from, claims.map(({ id }) => id)])).toEqual([
    ['2024-03-01', ['b']],
    ['2024-03-05', ['a', 'c']],
    ['2024-03-05', ['d']],
  ])
})

test('without a day there is no band, and what is no agreement is none', () => {
  expect(bandsOf([agreement('a', null, null), agreement('b', '2024-03-01', null, { kind: 'control' })])).toEqual([])
})

test('an open band runs to the end of the picture; what lies outside is left out', () => {
  const days = { from: '2024-03-03', to: '2024-03-20' }
  const [open] = bandsOf([agreement('a', '2024-03-01', null)])
  const [before] = bandsOf([agreement('a', '2024-02-01', '2024-02-02')])
  if (open === undefined || before === undefined) throw new Error('no band')
  expect(clipped(open, days)).toEqual(days)
  expect(clipped(before, days)).toBeNull()
})

test('a picture is widened for a truce just after it, not for one of another year', () => {
  const days = { from: '2024-03-01', to: '2024-06-03' }
  const after = bandsOf([agreement('a', '2024-06-18', null)])
  const before = bandsOf([agreement('a', '2015-02-12', '2015-02-15')])
  expect(withBands(days, after)).toEqual({ from: '2024-03-01', to: '2024-06-18' })
  expect(withBands(days, before)).toEqual(days)
})
