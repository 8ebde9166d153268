import { TOKEN_SCOPES } from '@sijil/core/contract/api/role.js'
import { isSchema, type Route } from '@sijil/core/contract/api/route.js'
import { type Principal, type Reach, reachOf } from '../actions/accounts/principal.ts'
import type { Store } from '../actions/with-store.ts'
import {
  confirmFirst,
  notAllowed,
  notByToken,
  notSignedIn,
  tokenTooNarrow,
  versionNeeded,
  wrongMediaType,
} from '../problems/access.ts'
import { authenticate } from './authenticate.ts'
import type { Answer, Call, Handler, Protection, Sender } from './call.ts'
import { protectedReply, protectionFor } from './protect.ts'
import { readRequest } from './read-request.ts'
import { type Rendered, rendered } from './reply-cache.ts'
import type { ServerContext } from './server-context.ts'
import { cookieOf, sessionCookie } from './session-cookie.ts'

/** A request as the server's frame hands it over. */
export interface Incoming {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly sender: Sender
}

/** A route with what answers it. */
export interface BoundRoute {
  readonly name: string
  readonly route: Route
  readonly handler: Handler<Route>
  /** Its replies depend on nothing but record, rights and address: they are kept while those stay. */
  readonly kept: boolean
}

/**
 * Answers a request of one route: who asks, whether they may, what they ask, what comes of it, and what of that they may see,
 * in this order. Nothing of the body is read before the right to send it is shown.
 */
export const answerRoute = async (server: ServerContext, bound: BoundRoute, incoming: Incoming): Promise<Response> => {
  const { route } = bound
  const { request, sender } = incoming
  const versions = await server.versions()
  const who = await authenticate(server, request, versions.accounts)
  server.rates.take(who === null ? `a ${sender.address}` : `p ${who.person.id}`, who !== null)
  const reach = permitted(route, who)
  const protection = await protectionFor(server, route, request, reach)
  const render = async () => {
    const input = await readRequest(route, request, incoming.params)
    const call = { ...input, ...surroundings(server, bound, incoming, { who, reach, protection }) }
    const answer = await bound.handler(call as unknown as Call<Route>)
    return { answer, body: await bodyOf(server, bound, who, protection, answer) }
  }
  if (!bound.kept || protection.shown) {
    const { answer, body } = await render()
    return respond(server, route, request, answer, body)
  }
  const key = [bound.name, request.url, reachKey(reach), versions.record, versions.accounts].join('\n')
  const kept = await server.replies.of(key, async () => (await render()).body ?? rendered(null, null))
  return respond(server, route, request, null, kept)
}

const reachKey = (reach: Reach | null): string => (reach === null ? '' : `${reach.role} ${String(reach.collections)}`)

/** Where whoever asks may do it. Throws a Problem where nowhere. */
const permitted = (route: Route, who: Principal | null): Reach | null => {
  if (who === null) {
    if (route.needs === 'anyone') return null
    throw notSignedIn()
  }
  mayUseToken(route, who)
  const reach = reachFor(route, who)
  if (route.sensitive && !(who.confirmedUntil !== null && Date.parse(who.confirmedUntil) > Date.now()))
    throw confirmFirst()
  return reach
}

const reachFor = (route: Route, who: Principal): Reach | null => {
  if (route.needs === 'anyone' || route.needs === 'signed-in') return null
  const reach = reachOf(who, route.needs)
  if (reach === null || (route.everywhere && reach.collections !== 'all')) throw notAllowed()
  if (route.owner && !who.person.isOwner) throw notAllowed()
  return reach
}

const mayUseToken = (route: Route, { by }: Principal): void => {
  if (by.kind !== 'token') return
  if (route.scope === 'never' || route.sensitive) throw notByToken()
  if (TOKEN_SCOPES.indexOf(by.scope) < TOKEN_SCOPES.indexOf(route.scope)) throw tokenTooNarrow(route.scope)
}

interface Rights {
  readonly who: Principal | null
  readonly reach: Reach | null
  readonly protection: Protection
}

const surroundings = (server: ServerContext, { route }: BoundRoute, { request, sender }: Incoming, rights: Rights) => ({
  ...rights,
  server,
  sender,
  origin: originOf(server, request),
  address: new URL(request.url),
  cookies: (name: string) => cookieOf(request, name),
  store: storeFor(server.store, rights.reach),
  version: route.versioned ? versionOf(request) : '',
  bytes: route.takes === undefined ? null : bytesOf(route, request),
  signal: AbortSignal.any([request.signal, server.stopping]),
})

/** Behind a proxy there is one; on this machine the one by whose name the server was asked. */
const originOf = ({ address }: ServerContext, request: Request): string => {
  const asked = `http://${new URL(request.url).host}`
  const [first = asked] = address.origins
  return address.origins.has(asked) ? asked : first
}

/** Without a reach nothing is read that belongs to a collection. */
const storeFor = (store: Store, reach: Reach | null): Store =>
  reach?.collections === 'all' ? store : store.scopedTo(reach?.collections ?? [])

/** `"a1b2.x"` and `a1b2` name one version: what follows the point tells the very bytes that were shown. */
const versionOf = (request: Request): string => {
  const version = /^(?:W\/)?"?([\w-]{1,64})(?=[."]|$)/.exec(request.headers.get('if-match') ?? '')?.[1]
  if (version === undefined) throw versionNeeded()
  return version
}

const bytesOf = (route: Route, request: Request): ReadableStream<Uint8Array> | null => {
  const [wanted = ''] = route.takes?.mediaTypes ?? []
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (given !== wanted || request.headers.has('content-encoding')) throw wrongMediaType(wanted)
  return request.body
}

const bodyOf = async (
  server: ServerContext,
  { name, route }: BoundRoute,
  who: Principal | null,
  protection: Protection,
  answer: Answer<Route>,
): Promise<Rendered | null> => {
  if (!isSchema(route.reply) || answer.stream !== undefined) return null
  const about = (answer as { readonly about?: readonly string[] }).about
  if (route.protects && about === undefined) throw new TypeError(`${name} does not say which documents it tells of`)
  const reply =
    about === undefined ? answer.reply : await protectedReply(server, name, who, protection, about, answer.reply)
  return rendered(reply, answer.version ?? null)
}

const respond = (
  server: ServerContext,
  route: Route,
  request: Request,
  answer: Answer<Route> | null,
  body: Rendered | null,
): Response => {
  const headers = new Headers({ 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' })
  if (answer?.session !== undefined) {
    headers.append('set-cookie', sessionCookie(answer.session, server.address.secure))
    headers.set('cache-control', 'no-store')
  }
  if (answer?.cookie !== undefined) {
    headers.append('set-cookie', answer.cookie)
    headers.set('cache-control', 'no-store')
  }
  if (answer?.location !== undefined) headers.set('location', answer.location)
  if (answer?.stream !== undefined) {
    headers.set('content-type', answer.stream.mediaType)
    if (answer.stream.file !== undefined)
      headers.set('content-disposition', `attachment; filename="${answer.stream.file}"`)
    return new Response(answer.stream.body, { status: route.status, headers })
  }
  if (body === null) return new Response(null, { status: route.status, headers })
  headers.set('content-type', 'application/json')
  if (request.method === 'GET' || answer?.version !== undefined) headers.set('etag', body.etag)
  if (request.method === 'GET' && request.headers.get('if-none-match') === body.etag)
    return new Response(null, { status: 304, headers })
  return new Response(body.bytes, { status: route.status, headers })
}
