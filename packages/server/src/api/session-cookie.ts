import { SESSION_MS } from '../actions/accounts/begin-session.ts'

/** With TLS the browser itself holds the cookie to this host, this path and TLS. */
const nameOf = (secure: boolean): string => (secure ? '__Host-sijil' : 'sijil_session')

/** The session's secret that the browser sent; null for none. */
export const sessionSecretOf = (request: Request, secure: boolean): string | null => {
  const secret = cookieOf(request, nameOf(secure)) ?? ''
  return /^[\w-]{20,100}$/.test(secret) ? secret : null
}

/** A cookie that the browser sent; null for none. */
export const cookieOf = (request: Request, name: string): string | null => {
  const wanted = `${name}=`
  const found = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(wanted))
  return found?.slice(wanted.length) ?? null
}

interface CookieOptions {
  readonly path: string
  readonly sameSite: 'Strict' | 'Lax'
  /** 0 takes it back. */
  readonly seconds: number
  readonly secure: boolean
}

/** The header of a cookie that scripts cannot read. `value` is of our own making. */
export const cookie = (name: string, value: string, { path, sameSite, seconds, secure }: CookieOptions): string =>
  [
    `${name}=${value}`,
    `Path=${path}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    `Max-Age=${seconds}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ')

/** The header that gives a session to the browser; with null, the one that takes it back. */
export const sessionCookie = (secret: string | null, secure: boolean): string =>
  cookie(nameOf(secure), secret ?? '', {
    path: '/',
    sameSite: 'Strict',
    seconds: secret === null ? 0 : Math.floor(SESSION_MS / 1000),
    secure,
  })
