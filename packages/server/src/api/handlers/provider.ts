import { Problem } from '@sijil/core/contract/problem.js'
import { finishProvider, listIdentities, startProvider, unlinkProvider } from '../../actions/accounts/provider.ts'
import { noSuchThing, wrongSignIn } from '../../problems/access.ts'
import type { HandlersOf } from '../handlers-of.ts'
import type { ServerContext } from '../server-context.ts'
import { cookie } from '../session-cookie.ts'

type Names = 'providerSignIn' | 'providerReturn' | 'linkProvider' | 'listIdentities' | 'unlinkProvider'

/** The browser that comes back must be the one that set out. */
const STATE_COOKIE = 'sijil_state'
const STATE_PATH = '/api/session/provider'
const STATE_S = 300

const stateCookie = (server: ServerContext, state: string | null): string =>
  // Lax: the provider's page leads back from another site.
  cookie(STATE_COOKIE, state ?? '', {
    path: STATE_PATH,
    sameSite: 'Lax',
    seconds: state === null ? 0 : STATE_S,
    secure: server.address.secure,
  })

const returnAddress = (origin: string): string => `${origin}/api/session/provider/return`

const expectProvider = ({ provider }: ServerContext) => {
  if (provider === null) throw noSuchThing('identity provider')
  return provider
}

export const providerHandlers: HandlersOf<Names> = {
  providerSignIn: async ({ server, origin }) => {
    // A browser stands before it: it is led to a page, never to JSON.
    try {
      const way = await startProvider(server.store, expectProvider(server), returnAddress(origin), null)
      return { reply: null, location: way.url, cookie: stateCookie(server, way.state) }
    } catch (error) {
      return refused(error)
    }
  },
  providerReturn: async ({ server, origin, query, address, cookies, sender }) => {
    try {
      const provider = expectProvider(server)
      if (query.state === undefined) throw wrongSignIn()
      const returned = new URL(returnAddress(origin))
      returned.search = address.search
      const shown = { returned, state: query.state, cookie: cookies(STATE_COOKIE) }
      const session = await finishProvider(server.store, provider, shown, sender)
      return { reply: null, location: '/', session, cookie: stateCookie(server, null) }
    } catch (error) {
      return { ...refused(error), cookie: stateCookie(server, null) }
    }
  },
  linkProvider: async ({ server, who, origin }) => {
    const way = await startProvider(server.store, expectProvider(server), returnAddress(origin), who.person.id)
    return { reply: { url: way.url }, cookie: stateCookie(server, way.state) }
  },
  listIdentities: async ({ server, who }) => ({
    reply: {
      items: (await listIdentities(server.store, who.person.id)).map(({ issuer, subject, made_at }) => ({
        issuer,
        subject,
        madeAt: made_at,
      })),
    },
  }),
  unlinkProvider: async ({ server, who }) => {
    await unlinkProvider(server.store, who.person.id)
    return { reply: null }
  },
}

/** Leads to the page that tells why. Throws whatever nobody foresaw. */
const refused = (error: unknown) => {
  if (!(error instanceof Problem)) throw error
  return { reply: null, location: `/sign-in?refused=${error.code}` }
}
