import type { ProblemReply } from '@sijil/core/contract/api/problem-reply.js'
import { problemOf } from './api.ts'
import type { Translate } from './i18n.ts'
import { refusalWords } from './learnt.ts'

/** What was wrong, and what to do, in the language shown where it has words for it, else in the server's own. */
export const told = ({ code, title, detail }: ProblemReply): readonly [what: string, mend: string] =>
  refusalWords(code) ?? [title, detail]

/** The same of whatever was thrown, in a line. */
export const problemWords = (error: unknown, t: Translate): string => {
  const problem = problemOf(error)
  if (problem !== null) return told(problem).join('. ')
  // What fetch throws when nobody answers; anything else says itself what it is.
  return error instanceof Error && !(error instanceof TypeError) ? error.message : t('error.unreachable')
}
