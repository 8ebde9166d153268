import { expect, test } from 'vitest'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { sketchLink } from '../../testing/claims.ts'
import { assignCodes, type IncidentCode, resolveJudgements } from './codes.ts'

const run = (known: readonly IncidentCode[], links: readonly ClaimLink[]) => {
  const { links: coded, added } = assignCodes(known, links, [], [])
  return { known: [...known, ...added], codes: Object.fromEntries(coded.map((one) => [one.claim, one.incident])) }
}

test('codes stay when claims are added, and are new for new incidents only', () => {
  const first = run([], [sketchLink('b', 'x'), sketchLink('c', 'y')])
  const second = run(first.known, [
    sketchLink('a', 'x'),
    sketchLink('b', 'x'),
    sketchLink('c', 'y'),
    sketchLink('d', 'z'),
  ])
  expect(second.codes.b).toBe(first.codes.b)
  expect(second.codes.a).toBe(first.codes.b)
  expect(second.codes.c).toBe(first.codes.c)
  expect(new Set(Object.values(second.codes)).size).toBe(3)
})

test('merge and un-merge give back the same codes', () => {
  const apart = run([], [sketchLink('a', 'x'), sketchLink('b', 'y')])
  const merged = run(apart.known, [sketchLink('a', 'x'), sketchLink('b', 'x')])
  expect(merged.codes.a).toBe(merged.codes.b)
  expect(Object.values(apart.codes)).toContain(merged.codes.a)
  expect(run(merged.known, [sketchLink('a', 'x'), sketchLink('b', 'y')]).codes).toEqual(apart.codes)
})

test('a split leaves the code with its anchor, and joining again restores it', () => {
  const whole = run([], [sketchLink('a', 'x'), sketchLink('b', 'x')])
  const split = run(whole.known, [sketchLink('a', 'x'), sketchLink('b', 'y')])
  expect(split.codes.a).toBe(whole.codes.a)
  expect(split.codes.b).not.toBe(whole.codes.a)
  expect(run(split.known, [sketchLink('a', 'x'), sketchLink('b', 'x')]).codes).toEqual(whole.codes)
})

test('two places of one claim have codes of their own', () => {
  const { links } = assignCodes([], [sketchLink('a', 'x', 0), sketchLink('a', 'y', 1)], [], [])
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
