import type { Store } from '../../store/open-store.ts'
import { livingSession, livingToken } from '../../store/queries/credentials.ts'
import { grantsOf, type Person, personById } from '../../store/queries/people.ts'
import type { Principal } from './principal.ts'
import { hashOfSecret } from './secrets.ts'

/** How long after giving the password sensitive acts need no other. */
const CONFIRMED_MS = 10 * 60_000

/** Who shows this session's secret; null when it is none, ended, or its person was disabled. */
export const principalOfSession = async (store: Store, secret: string): Promise<Principal | null> => {
  const session = await livingSession(store.db, hashOfSecret(secret))
  const person = session && (await enabled(store, session.person_id))
  if (session === undefined || person === undefined) return null
  const until = new Date(Date.parse(session.confirmed_at) + CONFIRMED_MS).toISOString()
  return { ...(await common(store, person)), by: { kind: 'session', id: session.id }, confirmedUntil: until }
}

/** Who shows this token; null when it is none, ended or expired. A token may do no more than its person. */
export const principalOfToken = async (store: Store, secret: string): Promise<Principal | null> => {
  const token = await livingToken(store.db, hashOfSecret(secret))
  const person = token && (await enabled(store, token.person_id))
  if (token === undefined || person === undefined) return null
  return { ...(await common(store, person)), by: { kind: 'token', scope: token.scope }, confirmedUntil: null }
}

const enabled = async (store: Store, id: string): Promise<Person | undefined> => {
  const person = await personById(store.db, id)
  return person?.disabled_at === null ? person : undefined
}

const common = async (store: Store, person: Person) => ({
  person: { id: person.id, name: person.name, email: person.email, isOwner: person.is_owner },
  grants: await grantsOf(store.db, person.id),
  totp: person.totp_on,
})
