import { Problem, type ProblemKind } from '@sijil/core/contract/problem.js'

/*
 * The catalogue of problems: of asking over the network. One function each; codes are stable and
 * never reused.
 */

const problem = (kind: ProblemKind, code: string, what: string, mend: string, where: string | null = null): Problem =>
  new Problem({ kind, code, what, where, mend })

export const notSignedIn = (): Problem =>
  problem(
    'denied',
    'not-signed-in',
    'you are not signed in',
    'sign in, or send an API token that has neither ended nor expired',
  )

export const notAllowed = (): Problem =>
  problem('denied', 'not-allowed', 'your role does not allow this', 'ask an admin for the right, if you need it')

export const tokenTooNarrow = (scope: string): Problem =>
  problem(
    'denied',
    'token-too-narrow',
    `this needs a token of scope ${scope}`,
    'make such a token, if your role allows it',
  )

export const notByToken = (): Problem =>
  problem('denied', 'not-by-token', 'this can be done only by a person who signed in', 'sign in with a browser')

export const confirmFirst = (): Problem =>
  problem(
    'denied',
    'confirm-first',
    'this is a sensitive act',
    'give your password again at /api/session/confirm, then repeat it',
  )

export const forgedRequest = (): Problem =>
  problem(
    'denied',
    'forged-request',
    'the request did not come from a page of this server',
    'send the header X-Sijil: 1 with every write, from a page of this server',
  )

export const wrongSignIn = (): Problem =>
  problem(
    'denied',
    'wrong-sign-in',
    'e-mail, password or code is not right',
    'check them; for a new password ask an admin for a link',
  )

export const codeNeeded = (): Problem =>
  problem('denied', 'code-needed', 'a code of your second factor is needed', 'send it as `code`')

export const wrongPassword = (): Problem => problem('denied', 'wrong-password', 'the password is not right', 'check it')

export const wrongLink = (): Problem =>
  problem('denied', 'wrong-link', 'this link is not good, was used or has expired', 'ask for a new one')

export const tooManyTries = (seconds: number): Problem =>
  new Problem({
    kind: 'limit',
    code: 'too-many-tries',
    what: 'there were too many failed tries',
    mend: `wait ${seconds} seconds and try again`,
    details: { retryAfter: seconds },
  })

export const tooManyRequests = (seconds: number): Problem =>
  new Problem({
    kind: 'limit',
    code: 'too-many-requests',
    what: 'there were too many requests',
    mend: `wait ${seconds} seconds and go on slower`,
    details: { retryAfter: seconds },
  })

export const noSuchRoute = (): Problem =>
  problem('missing', 'no-such-route', 'the API has no such address', 'see /api/docs')

export const noSuchThing = (what: string): Problem =>
  problem('missing', 'not-found', `there is no such ${what}`, 'check its name, and whether you may read it')

export const bodyTooLarge = (limit: number): Problem =>
  problem('limit', 'body-too-large', `the body is larger than ${limit} bytes`, 'send less; files go to /api/uploads')

export const bodyTooSlow = (): Problem =>
  problem('limit', 'body-too-slow', 'the body did not come in time', 'send it again')

export const bodyNotJson = (why: string): Problem =>
  problem('refused', 'body-not-json', `the body is not JSON: ${why}`, 'mend it')

export const wrongMediaType = (wanted: string): Problem =>
  problem('refused', 'wrong-media-type', `the body must be ${wanted}, not compressed`, `send Content-Type: ${wanted}`)

export const invalidRequest = (errors: readonly { readonly where: string; readonly text: string }[]): Problem =>
  new Problem({
    kind: 'refused',
    code: 'invalid-request',
    what: 'the request is not as the API has it',
    where: errors[0]?.where ?? null,
    mend: errors.map(({ where, text }) => `${where}: ${text}`).join('; ') || 'see /api/docs',
    details: { errors },
  })

export const versionNeeded = (): Problem =>
  problem(
    'refused',
    'version-needed',
    'a write must say which version it was made from',
    'send the ETag you saw as If-Match',
  )

export const alreadyThere = (what: string): Problem =>
  problem('conflict', 'already-there', `${what} is there already`, 'choose another, or use the one that is there')

export const tooManyOf = (what: string, most: number): Problem =>
  problem('limit', 'too-many-of-them', `there can be no more than ${most} ${what}`, 'remove some that nobody needs')

export const namesSomebody = (): Problem =>
  problem(
    'misuse',
    'names-somebody',
    'a word of it stands in the name of a person in the record',
    'choose other words, or keep it to yourself',
  )

export const needsName = (port: string): Problem =>
  problem(
    'misuse',
    'needs-name',
    'browsers keep passkeys for names, not for bare addresses',
    `open the page as http://localhost${port === '' ? '' : `:${port}`}, or by the name of the server`,
  )

export const passkeyNotTaken = (): Problem =>
  problem(
    'misuse',
    'passkey-not-taken',
    'the passkey does not answer what was asked of it',
    'begin again, and answer within five minutes',
  )

export const providerUnreachable = (issuer: string, why: string): Problem =>
  problem(
    'store',
    'provider-unreachable',
    `the identity provider does not answer: ${why}`,
    'sign in otherwise, or try again later; check its address if it goes on',
    issuer,
  )

export const providerMisnamed = (where: string, why: string): Problem =>
  problem(
    'misuse',
    'provider-misnamed',
    `the identity provider is not named as it must be: ${why}`,
    'give issuer, clientId, clientSecret and name, as docs/api.md has it',
    where,
  )

export const lastOwner = (): Problem =>
  problem('conflict', 'owner-stays', 'the owner cannot be disabled or lose a right', 'leave them as they are')

export const wrongOffset = (seen: number, received: number): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'wrong-offset',
    what: `${received} bytes have come, and the next must follow them`,
    mend: `send on from=${received}`,
    details: { seen: String(seen), now: String(received) },
  })

export const needsOrigin = (host: string): Problem =>
  problem(
    'misuse',
    'needs-origin',
    `on ${host} others of the network could read passwords and names on their way`,
    'put a proxy with TLS in front and name it with --origin https://…, or listen on 127.0.0.1',
  )

export const cannotListen = (where: string, why: string): Problem =>
  problem('misuse', 'cannot-listen', `the server cannot listen there: ${why}`, 'choose another --port or --host', where)
