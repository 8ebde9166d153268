import { changePassword } from '../../actions/accounts/change-password.ts'
import { endSession } from '../../actions/accounts/end-session.ts'
import { confirmTotp, startTotp, stopTotp } from '../../actions/accounts/second-factor.ts'
import { listSessions } from '../../actions/accounts/sessions.ts'
import { endToken, listTokens, makeToken } from '../../actions/accounts/tokens.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names =
  | 'listSessions'
  | 'endSession'
  | 'changePassword'
  | 'startTotp'
  | 'confirmTotp'
  | 'stopTotp'
  | 'listTokens'
  | 'makeToken'
  | 'endToken'

/** What somebody does about their own account, and nobody else's. */
export const accountHandlers: HandlersOf<Names> = {
  listSessions: async ({ server, who }) => {
    const sessions = await listSessions(server.store, who.person.id)
    const current = who.by.kind === 'session' ? who.by.id : null
    return {
      reply: {
        items: sessions.map(({ id, made_at, expires_at, address, agent }) => ({
          id,
          madeAt: made_at,
          expiresAt: expires_at,
          address,
          agent,
          current: id === current,
        })),
      },
    }
  },
  endSession: async ({ server, who, params }) => {
    await endSession(server.store, who.person.id, params.id)
    return { reply: null }
  },
  changePassword: async ({ server, who, body, sender: { address } }) => {
    const session = who.by.kind === 'session' ? who.by.id : null
    await changePassword(server.store, { person: who.person.id, session, ...body, address })
    return { reply: null }
  },
  startTotp: async ({ server, who }) => ({ reply: await startTotp(server.store, who.person) }),
  confirmTotp: async ({ server, who, body, sender: { address } }) => {
    const from = { account: who.person.id, address }
    return { reply: { recoveryCodes: [...(await confirmTotp(server.store, who.person.id, body.code, from))] } }
  },
  stopTotp: async ({ server, who }) => {
    await stopTotp(server.store, who.person.id)
    return { reply: null }
  },
  listTokens: async ({ server, who }) => ({
    reply: { items: (await listTokens(server.store, who.person.id)).map(tokenRecord) },
  }),
  makeToken: async ({ server, who, body }) => {
    const { token, secret } = await makeToken(server.store, { person: who.person.id, ...body })
    return { reply: { ...tokenRecord(token), token: secret } }
  },
  endToken: async ({ server, who, params }) => {
    await endToken(server.store, who.person.id, params.id)
    return { reply: null }
  },
}

const tokenRecord = ({ id, name, scope, made_at, expires_at }: Awaited<ReturnType<typeof listTokens>>[number]) => ({
  id,
  name,
  scope,
  madeAt: made_at,
  expiresAt: expires_at,
})
