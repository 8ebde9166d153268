import type { GivenAnswer } from '@sijil/core/contract/coding-record.js'
import { expect, test } from 'vitest'
import { codedClaims } from './coded-claim.ts'

const added: GivenAnswer = {
  version: '1',
  claim: 'own-1',
  verdict: 'add',
  start: 4,
  end: 12,
  values: { metric: 'injured', count: { low: 3, high: null }, places: [{ text: 'Halsaq' }] },
}

test('a claim that a coder added stands among the others with its passage and values', () => {
  const [own] = codedClaims('The three hurt', [], [added])
  expect(own?.claim).toMatchObject({ quote: 'three hu', metric: 'injured', low: 3, high: null, places: ['Halsaq'] })
})

test('a corrected claim shows what the coder put there, a rejected one what the machine read', () => {
  const [machine] = codedClaims('The three hurt', [], [added])
  if (machine === undefined) throw new Error('nothing was made')
  const claim = { ...machine.claim, id: 'm' }
  const answer = { claim: 'm', start: null, end: null, version: '1' }
  const values = { count: { low: 4, high: 4 } }
  const corrected = codedClaims('', [claim], [{ ...answer, verdict: 'correct', values }])
  expect(corrected[0]?.claim).toMatchObject({ low: 4, high: 4 })
  const rejected = codedClaims('', [claim], [{ ...answer, verdict: 'reject', values: null }])
  expect(rejected[0]?.claim).toMatchObject({ low: 3, high: null })
})
