import { readdirSync, readFileSync } from 'node:fs'
import { PROBLEM_CODES } from '@sijil/core/contract/api/problem-codes.js'
import { Problem, type ProblemKind } from '@sijil/core/contract/problem.js'
import { expect, test } from 'vitest'
import { toProblemReply } from './problem-reply.ts'

/** What only a terminal is told. */
const AT_THE_TERMINAL = new Set([
  'backup-not-read',
  'cannot-listen',
  'needs-origin',
  'newer-backup',
  'no-such-role',
  'provider-misnamed',
  'store-not-empty',
])

const CATALOGUE = new URL('../problems/', import.meta.url)

/** Kind and code of every problem of the catalogue, but those of a store that can't be used. */
const inSource = (): ReadonlyMap<string, ProblemKind> => {
  const source = readdirSync(CATALOGUE)
    .map((name) => readFileSync(new URL(name, CATALOGUE), 'utf8'))
    .join('\n')
  const found = [
    ...source.matchAll(/kind: '(\w+)',\s*code: '([\w-]+)'/g),
    ...source.matchAll(/problem\(\s*'(\w+)',\s*'([\w-]+)'/g),
    ...source.matchAll(/(missing)\(\s*'([\w-]+)'/g),
  ].map(([, kind = '', code = '']) => [code, kind as ProblemKind] as const)
  return new Map(found.filter(([code, kind]) => kind !== 'store' && !AT_THE_TERMINAL.has(code)))
}

test('every refusal is in the catalogue of the API, with the status that it comes with', () => {
  const known = inSource()
  expect(known.size).toBeGreaterThan(40)
  for (const [code, kind] of known) {
    expect(PROBLEM_CODES, code).toHaveProperty(code)
    const [status] = PROBLEM_CODES[code as keyof typeof PROBLEM_CODES]
    expect(toProblemReply(new Problem({ kind, code, what: 'x', mend: 'y' })).status, code).toBe(status)
  }
})
