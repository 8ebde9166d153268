import { randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Route } from '@sijil/core/contract/api/route.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import { Problem } from '@sijil/core/contract/problem.js'
import { type Context, Hono } from 'hono'
import { codeOf, messageOf } from '../error-facts.ts'
import { invalidRequest, noSuchRoute } from '../problems/access.ts'
import { answerRoute, type BoundRoute } from './bind-route.ts'
import type { Sender } from './call.ts'
import { HANDLERS, KEPT } from './handlers.ts'
import { faultOf, problemResponse } from './problem-reply.ts'
import { secured } from './security-headers.ts'
import type { ServerContext } from './server-context.ts'
import { webPage } from './web-pages.ts'

/** The server's frame: every route of the table, the web pages, and nothing else. `tell` writes faults to the server's log. */
export const makeFrame = (server: ServerContext, tell: (line: string) => void): Hono => {
  const app = new Hono()
  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce' as never, nonce as never)
    if (isForeignHost(server, c.req.raw)) c.res = new Response('this server is called otherwise\n', { status: 421 })
    else await next()
    secured(c.res, nonce, server.address.secure)
  })
  app.onError(async (error) => problemResponse(await told(server, error, tell)))
  for (const [name, route] of literalFirst(ROUTES)) {
    const bound = { name, route, handler: HANDLERS[name as keyof typeof HANDLERS], kept: KEPT.has(name) } as BoundRoute
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), (c) =>
      answerRoute(server, bound, { request: c.req.raw, params: c.req.param(), sender: senderOf(server, c) }),
    )
  }
  app.all('/api/*', () => problemResponse(noSuchRoute()))
  app.get('*', (c) => {
    const wanted = {
      acceptEncoding: c.req.header('accept-encoding') ?? null,
      ifNoneMatch: c.req.header('if-none-match') ?? null,
    }
    return webPage(server.webRoot, c.req.path, String(c.get('nonce' as never)), wanted)
  })
  app.notFound(() => problemResponse(noSuchRoute()))
  return app
}

/** `/incidents/points` before `/incidents/{code}`, which would take it for a code. */
const literalFirst = (routes: Readonly<Record<string, Route>>): readonly (readonly [string, Route])[] =>
  Object.entries(routes).sort(([, a], [, b]) => a.path.split('{').length - b.path.split('{').length)

/** A page elsewhere can make its own name lead here: only the names that this server goes by are answered. */
const isForeignHost = ({ address }: ServerContext, request: Request): boolean =>
  address.hosts.size > 0 && !address.hosts.has(new URL(request.url).hostname)

const senderOf = ({ address }: ServerContext, c: Context): Sender => {
  // The last entry is the one that our own proxy wrote; those before it can be made up.
  const forwarded = address.behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return {
    address: (forwarded || (getConnInfo(c).remote.address ?? '')).slice(0, 60),
    agent: c.req.header('user-agent') ?? '',
  }
}

const told = async (server: ServerContext, error: unknown, tell: (line: string) => void): Promise<Problem> => {
  const known = await server.store.explain(error)
  if (known instanceof Problem) return known
  // Class 22: a value that the database cannot hold. Schemas should have refused it.
  if (/^22/.test(codeOf(error) ?? '')) return invalidRequest([{ where: 'request', text: messageOf(error) }])
  const fault = faultOf(error)
  tell(`${fault.what}: ${error instanceof Error ? error.stack : String(error)}`)
  return fault
}
