import { existsSync, readFileSync } from 'node:fs'
import { SHAPES, shapesPage } from '@sijil/core/contract/shapes-page.js'
import { columnsPage } from '@sijil/core/stages/publish/columns-page.js'
import { describe, expect, test } from 'vitest'
import { makeProgram } from './program.ts'
import { cliReference, helpOf, leavesOf, nameOf } from './reference.ts'
import { fakeIo } from './testing/fake-io.ts'

const docs = (name: string) => {
  const url = new URL(`../../../../docs/${name}`, import.meta.url)
  return existsSync(url) ? readFileSync(url, 'utf8') : ''
}
const { io } = fakeIo()
const commands = leavesOf(makeProgram({ io, exit: () => {} }))

describe('the generated pages are up to date (npm run docs writes them)', () => {
  test('docs/cli.md', () => {
    expect(docs('cli.md')).toBe(cliReference())
  })

  test('docs/export.md', () => {
    expect(docs('export.md')).toBe(columnsPage())
  })

  test('docs/json.md, of every command that has a shape', () => {
    expect(docs('json.md')).toBe(shapesPage())
    const named = SHAPES.flatMap(([title]) => title.match(/sijil [a-z]+/g) ?? [])
    const there = commands.flatMap((command) => [nameOf(command), nameOf(command).split(' ').slice(0, 2).join(' ')])
    for (const name of named) expect(there).toContain(name)
  })
})

describe.each(commands.map((command) => [nameOf(command), command] as const))('%s', (name, command) => {
  const help = helpOf(command)

  test('has a summary of one line, an about of its own, and an example of itself', () => {
    expect(command.summary()).toMatch(/^.{10,80}$/)
    expect(command.description().length).toBeGreaterThan(command.summary().length)
    expect(help).toContain(`$ ${name}`)
  })

  test('explains every argument and option', () => {
    for (const option of command.options) expect(option.description, option.flags).not.toBe('')
    for (const argument of command.registeredArguments) expect(argument.description, argument.name()).not.toBe('')
  })

  test('has its section in docs/cli.md', () => {
    expect(docs('cli.md')).toContain(`\n## ${name}\n`)
  })
})
