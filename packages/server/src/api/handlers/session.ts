import type { SessionState } from '@sijil/core/contract/api/routes/session.js'
import { listCollections } from '../../actions/accounts/collections.ts'
import { confirmSession } from '../../actions/accounts/confirm-session.ts'
import { endSession } from '../../actions/accounts/end-session.ts'
import { join } from '../../actions/accounts/join.ts'
import { highestRole, type Principal, roleIn } from '../../actions/accounts/principal.ts'
import { principalOfSession } from '../../actions/accounts/principal-of.ts'
import { needsSetup, setUpOwner } from '../../actions/accounts/set-up-owner.ts'
import { signIn } from '../../actions/accounts/sign-in.ts'
import { redactionProfiles } from '../../actions/protection/redaction-profiles.ts'
import type { HandlersOf } from '../handlers-of.ts'
import type { ServerContext } from '../server-context.ts'

type Names = 'showSession' | 'setUp' | 'signIn' | 'join' | 'signOut' | 'confirmSession'

export const sessionHandlers: HandlersOf<Names> = {
  showSession: async ({ server, who }) => ({ reply: await sessionState(server, who) }),
  setUp: async ({ server, body, sender }) => {
    const session = await setUpOwner(server.store, server.setupSecret, body, sender)
    server.setupSecret = null
    return begun(server, session)
  },
  signIn: async ({ server, body: { code = null, ...body }, sender }) =>
    begun(server, await signIn(server.store, { ...body, code }, sender)),
  join: async ({ server, body, sender }) => begun(server, await join(server.store, body, sender)),
  signOut: async ({ server, who }) => {
    if (who.by.kind === 'session') await endSession(server.store, who.person.id, who.by.id)
    return { reply: null, session: null }
  },
  confirmSession: async ({ server, who, body: { password }, sender: { address } }) => {
    if (who.by.kind === 'session')
      await confirmSession(server.store, { person: who.person.id, session: who.by.id, password, address })
    return confirmed(server, who)
  },
}

/** The reply to whoever just signed in: what they may do, and the session's secret for the browser. */
export const begun = async (server: ServerContext, session: string) => ({
  reply: await sessionState(server, await principalOfSession(server.store, session)),
  session,
})

/** The reply to whoever just confirmed their session. */
export const confirmed = async (server: ServerContext, who: Principal) => {
  const now = new Date(Date.now() + 10 * 60_000).toISOString()
  return { reply: await sessionState(server, { ...who, confirmedUntil: now }) }
}

/** Who is signed in, and what they may do. */
const sessionState = async (server: ServerContext, who: Principal | null): Promise<SessionState> => {
  const provider = server.provider === null ? null : { name: server.provider.name }
  if (who === null) {
    const nobody = { user: null, role: null, collections: [], maySeeNames: false, confirmedUntil: null, totp: false }
    return { ...nobody, provider, needsSetup: await needsSetup(server.store) }
  }
  const { id, name, email } = who.person
  const role = highestRole(who)
  const collections = await listCollections(server.store)
  const profiles = await redactionProfiles(server.store)
  return {
    user: { id, name, email },
    role,
    collections: collections.flatMap((one) => {
      const own = roleIn(who, one.id)
      return own === null ? [] : [{ ...one, role: own }]
    }),
    maySeeNames: role !== null && profiles[role].names === 'on-request',
    confirmedUntil: who.confirmedUntil,
    needsSetup: false,
    totp: who.totp,
    provider,
  }
}
