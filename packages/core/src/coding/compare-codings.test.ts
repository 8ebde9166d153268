import { expect, test } from 'vitest'
import type { CodedAnswer, CodedValues } from '../contract/coding-record.ts'
import { agreementByField, compareCodings, type MachineClaim } from './compare-codings.ts'

const VALUES: CodedValues = {
  metric: 'killed',
  count: { low: 4, high: 4 },
  places: [{ text: 'Halsaq' }],
  time: { from: null, to: '2024-03-21' },
  means: null,
  actors: [],
  sources: [],
}
const MACHINE: readonly MachineClaim[] = [
  { id: 'a', start: 0, end: 10, values: VALUES },
  { id: 'b', start: 20, end: 30, values: VALUES },
]
const answer = (claim: string, verdict: CodedAnswer['verdict'], more: Partial<CodedAnswer> = {}): CodedAnswer => ({
  claim,
  verdict,
  values: null,
  start: null,
  end: null,
  ...more,
})
const differing = (units: ReturnType<typeof compareCodings>) =>
  units.map(({ unit, fields }) => [unit, fields.filter(({ agree }) => !agree).map(({ field }) => field)])

test('accepting is coding what the machine read; correcting differs in what was corrected', () => {
  const corrected = { ...VALUES, count: { low: 5, high: null }, places: [{ text: 'halsaq ' }] }
  const units = compareCodings(
    MACHINE,
    [answer('a', 'accept'), answer('b', 'accept')],
    [answer('a', 'correct', { values: corrected }), answer('b', 'reject')],
  )
  expect(differing(units)).toEqual([
    ['a', ['count']],
    ['b', ['claim']],
  ])
})

test('what both added at one passage is one claim; what one alone added is a disagreement', () => {
  const added = { verdict: 'add' as const, values: VALUES }
  const units = compareCodings(
    [],
    [answer('x', 'add', { ...added, start: 40, end: 50 })],
    [answer('y', 'add', { ...added, start: 44, end: 55 }), answer('z', 'add', { ...added, start: 90, end: 95 })],
  )
  expect(differing(units)).toEqual([
    ['x', []],
    ['z', ['claim']],
  ])
})

test('agreement is told field by field, over the claims that both see', () => {
  const first = [answer('a', 'accept'), answer('b', 'accept')]
  const second = [answer('a', 'accept'), answer('b', 'correct', { values: { ...VALUES, means: 'shelling' } })]
  const byField = new Map(agreementByField(compareCodings(MACHINE, first, second)).map((one) => [one.field, one]))
  expect(byField.get('claim')).toMatchObject({ units: 2, percent: 1 })
  expect(byField.get('means')).toMatchObject({ units: 2, percent: 0.5 })
  expect(byField.get('count')).toMatchObject({ units: 2, percent: 1 })
  expect(byField.get('status')).toMatchObject({ units: 0, percent: null, alpha: null })
})
