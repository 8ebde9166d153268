import { Problem } from '@sijil/core/contract/problem.js'
import { CommanderError } from 'commander'
import { type ExitCode, type Io, ReaderGone } from './io.ts'
import { printable } from './render/printable.ts'

const EXITS: Readonly<Record<Problem['kind'], ExitCode>> = {
  misuse: 2,
  missing: 2,
  denied: 2,
  conflict: 1,
  limit: 2,
  refused: 1,
  store: 3,
}

/**
 * Tells on stderr what went wrong, where and what to do, and gives the exit code. Stack traces are for SIJIL_DEBUG only.
 * `asked` is the command as typed ("sijil incidents").
 */
export const tellProblem = async (error: unknown, asked: string, io: Io): Promise<ExitCode> => {
  if (error instanceof ReaderGone) return 0
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  // After Ctrl-C every error but a told one is only the noise of things being cut short.
  if (io.signal.aborted && !(error instanceof Problem)) return 130
  const problem = problemOf(error, asked)
  await io.err.write(problemText(problem, asked)).catch(() => {})
  if (io.env.SIJIL_DEBUG && error instanceof Error) await io.err.write(`${error.stack ?? ''}\n`).catch(() => {})
  if (io.signal.aborted) return 130
  return error instanceof Problem || error instanceof CommanderError ? EXITS[problem.kind] : 70
}

/** A problem as three lines: what, where, what to do. */
export const problemText = (problem: Problem, asked: string): string =>
  [
    `${asked}: ${printable(problem.what)}`,
    ...(problem.where === null ? [] : [`  where: ${printable(problem.where)}`]),
    `  to do: ${printable(problem.mend)}`,
    '',
  ].join('\n')

const problemOf = (error: unknown, asked: string): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof CommanderError) return misuse(error, asked)
  return new Problem({
    kind: 'store',
    code: 'fault',
    what: `something went wrong that Sijil did not foresee: ${error instanceof Error ? error.message : String(error)}`,
    mend: 'run it again with SIJIL_DEBUG=1 and report what it prints; nothing that was acknowledged is lost',
  })
}

/** Commander's message, without its "error:" and with its suggestion as the thing to do. */
const misuse = (error: CommanderError, asked: string): Problem => {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const help = `run \`${asked} --help\``
  const meant = suggestion?.replace(/^\(|\)$/g, '').replace(/^Did you mean/, 'did you mean')
  return new Problem({
    kind: 'misuse',
    code: error.code,
    what,
    mend: meant === undefined ? help : `${meant} If not, ${help}`,
  })
}
