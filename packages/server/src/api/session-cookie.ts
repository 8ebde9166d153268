import { SESSION_MS } from '../actions/accounts/begin-session.ts'

/** With TLS the browser itself holds the cookie to this host, this path and TLS. */
const nameOf = (secure: boolean): string => (secure ? '__Host-sijil' : 'sijil_session')

/** The session's secret that the browser sent; null for none. */
export const sessionSecretOf = (request: Request, secure: boolean): string | null => {
  const wanted = `${nameOf(secure)}=`
  const cookie = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(wanted))
  const secret = cookie?.slice(wanted.length) ?? ''
  return /^[\w-]{20,100}$/.test(secret) ? secret : null
}

/** The header that gives a session to the browser; with null, the one that takes it back. */
export const sessionCookie = (secret: string | null, secure: boolean): string =>
  [
    `${nameOf(secure)}=${secret ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${secret === null ? 0 : Math.floor(SESSION_MS / 1000)}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ')
