import { Problem } from '@sijil/core/contract/problem.js'

/** Why a task failed, and what to do; nothing of where the server keeps its files. */
export const problemText = (error: unknown): string =>
  error instanceof Problem
    ? `${error.what}; ${error.mend}`
    : 'something went wrong that Sijil did not foresee; ask for it again'
