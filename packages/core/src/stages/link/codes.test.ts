import { expect, test } from 'vitest'
import type { ClaimId } from '../../model/claim.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { assignCodes, type IncidentCode, resolveJudgements } from './codes.ts'

const link = (claim: string, incident: string, place: number | null = null): ClaimLink => ({
  claim: claim as ClaimId,
  incident,
  place,
  kind: 'incident',
  low: 1,
  high: 1,
  why: '',
})
const run = (known: readonly IncidentCode[], links: readonly ClaimLink[]) => {
  const { links: coded, added } = assignCodes(known, links, [], [])
  return { known: [...known, ...added], codes: Object.fromEntries(coded.map((one) => [one.claim, one.incident])) }
}

test('codes stay when claims are added, and are new for new incidents only', () => {
  const first = run([], [link('b', 'x'), link('c', 'y')])
  const second = run(first.known, [link('a', 'x'), link('b', 'x'), link('c', 'y'), link('d', 'z')])
  expect(second.codes.b).toBe(first.codes.b)
  expect(second.codes.a).toBe(first.codes.b)
  expect(second.codes.c).toBe(first.codes.c)
  expect(new Set(Object.values(second.codes)).size).toBe(3)
})

test('merge and un-merge give back the same codes', () => {
  const apart = run([], [link('a', 'x'), link('b', 'y')])
  const merged = run(apart.known, [link('a', 'x'), link('b', 'x')])
  expect(merged.codes.a).toBe(merged.codes.b)
  expect(Object.values(apart.codes)).toContain(merged.codes.a)
  expect(run(merged.known, [link('a', 'x'), link('b', 'y')]).codes).toEqual(apart.codes)
})

test('a split leaves the code with its anchor, and joining again restores it', () => {
  const whole = run([], [link('a', 'x'), link('b', 'x')])
  const split = run(whole.known, [link('a', 'x'), link('b', 'y')])
  expect(split.codes.a).toBe(whole.codes.a)
  expect(split.codes.b).not.toBe(whole.codes.a)
  expect(run(split.known, [link('a', 'x'), link('b', 'x')]).codes).toEqual(whole.codes)
})

test('two places of one claim have codes of their own', () => {
  const { links } = assignCodes([], [link('a', 'x', 0), link('a', 'y', 1)], [], [])
  expect(new Set(links.map((one) => one.incident)).size).toBe(2)
})

test('a judgement about codes is one about their anchors', () => {
  const known = [{ code: 'SY-1', anchor: 'a', serial: 1 }]
  const judgement = {
    kind: 'judgement',
    id: 'j',
    left: 'SY-1',
    right: 'b',
    verdict: 'same',
    by: 'p',
    reason: '',
    at: '',
    withdrawn: null,
  } as never
  expect(resolveJudgements([judgement], known)[0]).toMatchObject({ left: 'a', right: 'b' })
})
