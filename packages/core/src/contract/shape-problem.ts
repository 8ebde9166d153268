import { ZodError } from 'zod'
import { Problem } from './problem.ts'

/** Runs a reader of what somebody sent; a value of another shape is told as a Problem. */
export const shapeProblem = <T>(field: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const [issue] = error.issues
    throw new Problem(
      {
        kind: 'misuse',
        code: 'wrong-value',
        what: `the value is not of the shape of ${field}: ${issue?.message ?? error.message}`,
        where: issue === undefined || issue.path.length === 0 ? field : `${field}.${issue.path.join('.')}`,
        mend: '`sijil review --help` lists the fields and their values',
      },
      { cause: error },
    )
  }
}
