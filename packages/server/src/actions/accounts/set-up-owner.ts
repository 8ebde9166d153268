import { randomUUID } from 'node:crypto'
import { wrongLink } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { countPeople, insertPerson, replaceGrants } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { beginSession, type SessionOrigin } from './begin-session.ts'
import { hashPassword } from './passwords.ts'
import { hashOfSecret } from './secrets.ts'

export interface OwnerRequest {
  readonly secret: string
  readonly email: string
  readonly name: string
  readonly password: string
}

/** Whether nobody has an account yet. */
export const needsSetup = async (store: Store): Promise<boolean> => (await countPeople(store.db)) === 0

/**
 * Makes the first account, the owner, for whoever holds the secret that the terminal was told. Gives the secret of a
 * session. Throws a Problem when the secret is another, or there is an account.
 */
export const setUpOwner = async (
  store: Store,
  expected: string | null,
  { secret, email, name, password }: OwnerRequest,
  from: SessionOrigin,
): Promise<string> => {
  // Hashes are compared, so time tells nothing of the secret.
  if (expected === null || hashOfSecret(secret) !== hashOfSecret(expected)) throw wrongLink()
  const id = randomUUID()
  const password_hash = await hashPassword(password)
  return transact(store.db, 'accounts', async (tx) => {
    if ((await countPeople(tx)) > 0) throw wrongLink()
    await insertPerson(tx, { id, email: email.toLowerCase(), name, password_hash, is_owner: true })
    await replaceGrants(tx, id, [{ collection: null, role: 'admin' }])
    const session = await beginSession(tx, id, from)
    await appendLog(tx, 'account', { act: 'set-up', person: id, by: id })
    return session
  })
}
