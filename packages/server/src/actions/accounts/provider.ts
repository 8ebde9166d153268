import { Problem } from '@sijil/core/contract/problem.js'
import { wrongSignIn } from '../../problems/access.ts'
import type { IdentityProvider, ProviderStart } from '../../sources/identity-provider.ts'
import type { Store } from '../../store/open-store.ts'
import {
  deleteIdentities,
  type Identity,
  identitiesOf,
  insertIdentity,
  personOfIdentity,
  useInvitationOf,
} from '../../store/queries/identities.ts'
import { appendLog } from '../../store/queries/log.ts'
import { personById } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { beginSession, type SessionOrigin } from './begin-session.ts'
import { beginCeremony, endCeremony } from './ceremonies.ts'
import { newSecret } from './secrets.ts'

/** A way to the provider: where to lead the browser, and the state that it must bring back, which it keeps in a cookie too. */
export interface ProviderWay {
  readonly url: string
  readonly state: string
}

/** Begins to sign in; with a person, begins to link their account instead. */
export const startProvider = async (
  store: Store,
  provider: IdentityProvider,
  redirectUri: string,
  person: string | null,
): Promise<ProviderWay> => {
  const state = newSecret()
  const { url, remember } = await provider.start(state, redirectUri)
  await beginCeremony(store.db, 'provider', person, remember, state)
  return { url, state }
}

/**
 * Ends it for the browser that began it. Gives the secret of a session. Throws a Problem that is the same whatever was wrong:
 * for a state that is none or of another browser, for whatever the provider's reply does not hold, for an identity that is
 * linked to nobody and may not be linked.
 */
export const finishProvider = async (
  store: Store,
  provider: IdentityProvider,
  { returned, state, cookie }: { readonly returned: URL; readonly state: string; readonly cookie: string | null },
  from: SessionOrigin,
): Promise<string> => {
  if (cookie === null || cookie !== state) throw wrongSignIn()
  const begun = await endCeremony(store.db, 'provider', state)
  if (begun === null) throw wrongSignIn()
  const identity = await provider
    .finish(returned, state, begun.body as unknown as ProviderStart)
    .catch((error: unknown) => {
      // What of it does not hold is nobody's business.
      throw error instanceof Problem ? error : wrongSignIn()
    })
  const { issuer, subject, verifiedEmail } = identity
  return transact(store.db, 'accounts', async (tx) => {
    let id = await personOfIdentity(tx, issuer, subject)
    if (begun.person !== null) {
      // Whoever began was signed in: nobody else's identity becomes theirs, and theirs nobody else's.
      if (id !== null && id !== begun.person) throw wrongSignIn()
      id = begun.person
    }
    // An e-mail links nothing but an account that waits for its person, and only when the provider verified it.
    id ??= verifiedEmail === null ? null : await useInvitationOf(tx, verifiedEmail)
    const person = id === null ? undefined : await personById(tx, id)
    if (person === undefined || person.disabled_at !== null) throw wrongSignIn()
    const linked = await insertIdentity(tx, issuer, subject, person.id)
    if (linked) await appendLog(tx, 'account', { act: 'link', person: person.id, issuer, by: person.id })
    const secret = await beginSession(tx, person.id, from)
    await appendLog(tx, 'account', { act: 'sign-in', person: person.id, by: person.id, with: 'provider' })
    return secret
  })
}

/** Who a person is at identity providers. */
export const listIdentities = (store: Store, person: string): Promise<readonly Identity[]> =>
  identitiesOf(store.db, person)

/** Forgets who a person is at identity providers. */
export const unlinkProvider = async (store: Store, person: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    await deleteIdentities(tx, person)
    await appendLog(tx, 'account', { act: 'unlink', person, by: person })
  })
