import {
  addPasskey,
  confirmByPasskey,
  listPasskeys,
  removePasskey,
  signInByPasskey,
  startPasskey,
  startShowing,
} from '../../actions/accounts/passkeys.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { begun, confirmed } from './session.ts'

type Names =
  | 'startPasskeySignIn'
  | 'passkeySignIn'
  | 'confirmByPasskey'
  | 'listPasskeys'
  | 'startPasskey'
  | 'addPasskey'
  | 'removePasskey'

export const passkeyHandlers: HandlersOf<Names> = {
  startPasskeySignIn: async ({ server, origin }) => ({ reply: plain(await startShowing(server.store, origin)) }),
  passkeySignIn: async ({ server, body, origin, sender }) =>
    begun(server, await signInByPasskey(server.store, { ...body, origin }, sender)),
  confirmByPasskey: async ({ server, who, body, origin }) => {
    if (who.by.kind === 'session')
      await confirmByPasskey(server.store, { person: who.person.id, session: who.by.id }, { ...body, origin })
    return confirmed(server, who)
  },
  listPasskeys: async ({ server, who }) => ({
    reply: { items: (await listPasskeys(server.store, who.person.id)).map(passkeyRecord) },
  }),
  startPasskey: async ({ server, who, origin }) => ({
    reply: plain(await startPasskey(server.store, who.person, origin)),
  }),
  addPasskey: async ({ server, who, body: { name, ...answer }, origin }) => ({
    reply: passkeyRecord(await addPasskey(server.store, who.person.id, name, { ...answer, origin })),
  }),
  removePasskey: async ({ server, who, params }) => {
    await removePasskey(server.store, who.person.id, params.id)
    return { reply: null }
  },
}

const plain = ({ ceremony, options }: Awaited<ReturnType<typeof startShowing>>) => ({
  ceremony,
  options: { ...options },
})

const passkeyRecord = ({ id, name, made_at, used_at }: Awaited<ReturnType<typeof listPasskeys>>[number]) => ({
  id,
  name,
  madeAt: made_at,
  usedAt: used_at,
})
