import { createHash } from 'node:crypto'
import type { ProblemReply } from '@sijil/core/contract/api/problem-reply.js'
import { Problem, type ProblemKind } from '@sijil/core/contract/problem.js'

const BY_KIND: Readonly<Record<ProblemKind, number>> = {
  misuse: 422,
  missing: 404,
  refused: 400,
  store: 503,
  denied: 403,
  conflict: 409,
  limit: 429,
}

const BY_CODE: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'code-needed': 401,
  'body-too-large': 413,
  'body-too-slow': 408,
  'wrong-media-type': 415,
  'version-needed': 428,
  'invalid-request': 422,
  fault: 500,
}

/** A problem as RFC 9457 has it. */
export const toProblemReply = (problem: Problem): ProblemReply => ({
  type: `/api/docs#problem-${problem.code}`,
  title: problem.what,
  status: BY_CODE[problem.code] ?? BY_KIND[problem.kind],
  code: problem.code,
  detail: problem.mend,
  where: problem.kind === 'store' ? null : problem.where,
  ...problem.details,
})

/** A reply that says what stands in the way. Header values hold nothing that anybody typed. */
export const problemResponse = (problem: Problem): Response => {
  const reply = toProblemReply(problem)
  const retryAfter = problem.details?.retryAfter
  return new Response(JSON.stringify(reply), {
    status: reply.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
      ...(reply.status === 401 ? { 'www-authenticate': 'Bearer realm="sijil"' } : {}),
    },
  })
}

/** Whatever nobody foresaw: the reply says nothing of it but a mark by which the server's own log tells it. */
export const faultOf = (error: unknown): Problem => {
  const mark = createHash('sha1')
    .update(String(error instanceof Error ? error.stack : error))
    .digest('hex')
    .slice(0, 8)
  return new Problem(
    {
      kind: 'store',
      code: 'fault',
      what: `something went wrong that Sijil did not foresee (${mark})`,
      mend: 'try again; if it goes on, tell whoever keeps this server, with the mark',
    },
    { cause: error },
  )
}
