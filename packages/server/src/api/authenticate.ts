import type { Principal } from '../actions/accounts/principal.ts'
import { principalOfSession, principalOfToken } from '../actions/accounts/principal-of.ts'
import { hashOfSecret } from '../actions/accounts/secrets.ts'
import { forgedRequest, notSignedIn } from '../problems/access.ts'
import type { ServerContext } from './server-context.ts'
import { sessionSecretOf } from './session-cookie.ts'

/**
 * Who sends a request; null for nobody. A token that is sent must be good; a cookie that is not counts as none. Throws a
 * Problem for a write that a page of another site may have sent.
 */
export const authenticate = async (
  server: ServerContext,
  request: Request,
  accounts: string,
): Promise<Principal | null> => {
  const token = bearerOf(request)
  if (token !== null) {
    const find = () => principalOfToken(server.store, token)
    const principal = await server.principals.of(`t ${hashOfSecret(token)}`, accounts, find)
    if (principal === null) throw notSignedIn()
    return principal
  }
  mustBeOurs(server, request)
  const secret = sessionSecretOf(request, server.address.secure)
  if (secret === null) return null
  const find = () => principalOfSession(server.store, secret)
  return server.principals.of(`s ${hashOfSecret(secret)}`, accounts, find)
}

const bearerOf = (request: Request): string | null => {
  const header = request.headers.get('authorization')
  if (header === null) return null
  const token = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(header)?.[1]
  if (token === undefined) throw notSignedIn()
  return token
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser sends cookies along with whatever another site makes it send, but not this header. */
const mustBeOurs = ({ address }: ServerContext, request: Request): void => {
  if (READING.has(request.method)) return
  const origin = request.headers.get('origin')
  if (request.headers.get('x-sijil') !== '1') throw forgedRequest()
  if (origin !== null && !address.origins.has(origin)) throw forgedRequest()
}
