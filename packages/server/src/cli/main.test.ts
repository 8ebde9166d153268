import { Problem } from '@sijil/core/contract/problem.js'
import { describe, expect, test } from 'vitest'
import { ReaderGone } from './io.ts'
import { tellProblem } from './tell-problem.ts'
import { fakeIo, run } from './testing/fake-io.ts'

describe('sijil', () => {
  test('without arguments shows the help: every command, what the numbers are, exit codes, first steps', async () => {
    const { code, out, err } = await run([])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of [
      'ingest',
      'extract',
      'ranges of what reports say',
      'Exit codes: 0 done',
      '$ sijil ingest reports/',
    ])
      expect(out).toContain(words)
  })

  test('knows its version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([
    [['extrct'], "sijil: unknown command 'extrct'", 'did you mean extract?'],
    [['extract', '--jsno', 'x'], "sijil extract: unknown option '--jsno'", 'did you mean --json?'],
    [['extract'], "sijil extract: missing required argument 'file'", 'run `sijil extract --help`'],
  ])('%j is misuse: what was wrong and what to do, exit code 2, nothing on stdout', async (args, what, mend) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(what)
    expect(err).toContain(mend)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('a reader that goes away (`| head`) is no error', async () => {
    expect(await run(['--help'], { closesAfter: 0 })).toMatchObject({ code: 0, err: '' })
  })
})

describe('an error', () => {
  test.each([
    ['misuse', 2],
    ['missing', 2],
    ['refused', 1],
    ['store', 3],
  ] as const)('of kind %s ends with exit code %i and says what, where and what to do', async (kind, code) => {
    const { io, printed } = fakeIo()
    const problem = new Problem({ kind, code: 'c', what: 'it is odd', where: '/a\u001b[2J/b', mend: 'make it even' })
    expect(await tellProblem(problem, 'sijil ingest', io)).toBe(code)
    expect(printed.err).toBe('sijil ingest: it is odd\n  where: /a [2J/b\n  to do: make it even\n')
  })

  test('that nobody foresaw is told as a fault of Sijil, with the stack only for SIJIL_DEBUG', async () => {
    const quiet = fakeIo()
    expect(await tellProblem(new TypeError('x is not a function'), 'sijil tolls', quiet.io)).toBe(70)
    expect(quiet.printed.err).toMatch(
      /did not foresee: x is not a function\n {2}to do: run it again with SIJIL_DEBUG=1/,
    )
    expect(quiet.printed.err).not.toContain('    at ')
    const loud = fakeIo({ env: { SIJIL_DEBUG: '1' } })
    await tellProblem(new TypeError('x'), 'sijil tolls', loud.io)
    expect(loud.printed.err).toContain('    at ')
  })

  test('after Ctrl-C ends with exit code 130, and only a problem that tells how to go on is told', async () => {
    const { io, printed } = fakeIo({ signal: AbortSignal.abort() })
    expect(await tellProblem(new Error('aborted'), 'sijil ingest', io)).toBe(130)
    expect(printed.err).toBe('')
    const stopped = new Problem({ kind: 'store', code: 'interrupted', what: 'stopped', mend: 'run it again' })
    expect(await tellProblem(stopped, 'sijil ingest', io)).toBe(130)
    expect(printed.err).toContain('to do: run it again')
  })

  test('of a closed pipe is none', async () => {
    const { io, printed } = fakeIo()
    expect(await tellProblem(new ReaderGone(), 'sijil', io)).toBe(0)
    expect(printed.err).toBe('')
  })
})
