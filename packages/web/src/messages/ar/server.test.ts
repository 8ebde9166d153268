import { POLICIES } from '@sijil/core/stages/reconcile/policies/policies.js'
import { afterEach, expect, test } from 'vitest'
import { learn, serverWords } from '../../lib/learnt.ts'
import { arServer } from './server.ts'

afterEach(() => learn())

test('English stays as the server says it', () => {
  expect(serverWords('8 by A and 9 by B: 2 origins')).toBe('8 by A and 9 by B: 2 origins')
})

test('the rules of every codebook have Arabic words', () => {
  learn({ phrases: arServer, refusals: {} })
  for (const policy of POLICIES) expect(serverWords(policy.rule), policy.name).not.toMatch(/[A-Za-z]{3,}/)
})

test.each([
  ['8 by Green Post; 9 by Blue Post and at least 9 by Red Post: 3 origins', ['Green Post', 'Blue Post', 'Red Post']],
  ['7 to 9 by Green Post: one origin; the sum of the parts is the floor', ['Green Post']],
  ['no number by Green Post and 4 by Rights and Law: the lowest', ['Green Post', 'Rights and Law']],
  ['8 by Green Post: the most recent report, of 2024-03-02', ['Green Post']],
  ['killed: 8 by Green Post and 12 by Blue Post disagree', ['Green Post', 'Blue Post']],
  ['22 = 9 + 6 + 5 + 1 + 1', []],
  ['22 > 21: short by 1', []],
  ['at least 400, of which the record holds 12 to 14 in 3 incidents; 2 more may belong to it in part', []],
  ['more than 1300, of which the record holds 12 in 2 incidents', []],
  ['nearly 350, of which the record holds 12 to 14 in 3 incidents', []],
  ['"tens of thousands", of which the record holds 0 in 0 incidents', ['tens of thousands']],
  ['up to 40, but the record holds 44 in 1 incident: the toll is short', []],
  ['300 on 2024-03-01, 340 on 2024-04-01: 40 more; the record holds 12 in 2 incidents between', []],
  ['12 or more, best 14', []],
])('“%s” is said in Arabic, and names stay', (english, names) => {
  learn({ phrases: arServer, refusals: {} })
  const arabic = serverWords(english)
  for (const name of names) expect(arabic).toContain(name)
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), arabic)
  expect(rest).not.toMatch(/[A-Za-z]{2,}/)
  for (const n of english.replace(/ in [12] incidents?|: 2 origins/g, '').match(/\d+/g) ?? [])
    expect(arabic).toContain(n)
})

test('a name among Arabic words is kept apart from the number after it', () => {
  learn({ phrases: arServer, refusals: {} })
  expect(serverWords('8 by Green Post; 9 by Blue Post: 2 origins')).toMatch(
    /\u2068Green Post\u2069.*\u2068Blue Post\u2069/,
  )
  expect(serverWords('Nobody taught this; 9 of it')).toBe('Nobody taught this; 9 of it')
})
