import { expect, test } from 'vitest'
import type { Judgement } from '../../model/judgement.ts'
import type { Review } from '../../model/review.ts'
import { sketchLink } from '../../testing/claims.ts'
import { sampleIncident } from '../../testing/sample-dossier.ts'
import { withJudgements } from './judged-incidents.ts'

const judgement = (id: string, left: string, right: string, withdrawn: Judgement['withdrawn'] = null) =>
  ({ kind: 'judgement', id, left, right, verdict: 'different', by: 'p', reason: 'r', at: '', withdrawn }) as Judgement
const INCIDENTS = ['ZR-1', 'ZR-2', 'ZR-3'].map((code) => sampleIncident(code))
const LINKS = [sketchLink('a', 'ZR-1'), sketchLink('b', 'ZR-2'), sketchLink('c', 'ZR-2', 0), sketchLink('c', 'ZR-3', 1)]

const judged = (judgements: readonly Judgement[], reviews: readonly Review[] = []) =>
  withJudgements(INCIDENTS, judgements, LINKS, reviews).map(({ judgements }) => judgements)

test('a judgement stands on the incidents of both its sides, once on each', () => {
  expect(judged([judgement('1', 'a', 'b'), judgement('2', 'b', 'c#0')])).toEqual([['1'], ['1', '2'], []])
})

test('one on a claim that holds for several places stands wherever these do', () => {
  expect(judged([judgement('1', 'c', 'a')])).toEqual([['1'], ['1'], ['1']])
})

test('one that was withdrawn stands on none, and one on a claim that is linked no more on its heir', () => {
  expect(judged([judgement('1', 'a', 'b', { by: 'p', at: '', reason: 'r' })])).toEqual([[], [], []])
  const passage = { siblings: ['b'] }
  const rejected = {
    target: 'claim',
    on: 'gone',
    field: 'claim',
    decision: 'reject',
    passage,
    withdrawn: null,
  } as unknown as Review
  expect(judged([judgement('1', 'gone#0', 'a')], [rejected])).toEqual([['1'], ['1'], []])
  expect(judged([judgement('1', 'gone', 'a')])).toEqual([['1'], [], []])
})
