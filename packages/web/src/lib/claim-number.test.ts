import type { CountClaimRecord } from '@sijil/core/contract/claim-record.js'
import { expect, test } from 'vitest'
import { claimNumber } from './claim-number.ts'
import type { Translate } from './i18n.ts'

const t = ((key: string, values?: { readonly n: string }) => `${key} ${values?.n ?? ''}`.trim()) as Translate

test.each([
  [{ low: 1301, high: null, hedge: 'more_than' }, 'claim.moreThan 1,300'],
  [{ low: 12, high: null, hedge: 'at_least' }, 'claim.atLeast 12'],
  [{ low: null, high: 350_000, hedge: 'almost' }, 'claim.nearly 350,000'],
  [{ low: null, high: 12, hedge: 'at_most' }, 'claim.atMost 12'],
  [{ low: 50, high: 50, hedge: 'about' }, 'claim.about 50'],
  [{ low: 8, high: 9, hedge: 'range' }, '8–9'],
  [{ low: null, high: null, vague: 'dozens', hedge: 'exact' }, 'dozens'],
  [{ low: 4, high: 4, hedge: 'exact', unit: 'family' }, '4 claim.families'],
] as const)('%j reads “%s”', (count, words) => {
  expect(claimNumber({ vague: null, unit: 'person', ...count } as CountClaimRecord, t)).toBe(words)
})
