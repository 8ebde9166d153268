import { Problem } from '@sijil/core/contract/problem.js'

/** A problem that keeps the store from being used. */
export const storeProblem = (
  code: string,
  what: string,
  where: string | null,
  mend: string,
  cause?: unknown,
): Problem => new Problem({ kind: 'store', code, what, where, mend }, { cause })
