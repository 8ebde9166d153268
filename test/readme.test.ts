import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshSijil } from './sijil.ts'
import { ROOT } from './tree.ts'

const PAGES = ['README.md', 'CHANGELOG.md', 'examples/README.md']

const sijil = freshSijil()
afterAll(() => sijil.end())

/** Every command that a page tells people to type: `sijil NAME` in code. */
const commands = new Set(
  PAGES.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\bsijil ([a-z]+)\b/g)].map(([, name]) => name ?? ''),
  ),
)

test('the pages name commands', () => {
  expect(commands.size).toBeGreaterThanOrEqual(8)
})

test.for([...commands])('sijil %s is there, with its help', (name) => {
  const { status, stdout } = sijil.run(name, '--help')
  expect(status).toBe(0)
  expect(stdout.length).toBeGreaterThan(100)
})
