import { wrongLink } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { endSessions, useInvitation } from '../../store/queries/credentials.ts'
import { appendLog } from '../../store/queries/log.ts'
import { personById, updatePerson } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { beginSession, type SessionOrigin } from './begin-session.ts'
import { hashPassword } from './passwords.ts'
import { hashOfSecret } from './secrets.ts'
import { throttled } from './throttle.ts'

export interface JoinRequest {
  readonly secret: string
  readonly password: string
}

/**
 * Sets the password of whoever was given a link, which is used up by it; what was signed in before is signed out. Gives the
 * secret of a session. Throws a Problem for a link that is not good.
 */
export const join = async (store: Store, { secret, password }: JoinRequest, from: SessionOrigin): Promise<string> =>
  throttled(store.db, { account: `link ${secret}`, address: from.address }, async () => {
    const password_hash = await hashPassword(password)
    return transact(store.db, 'accounts', async (tx) => {
      const id = await useInvitation(tx, hashOfSecret(secret))
      const person = id === null ? undefined : await personById(tx, id)
      if (person === undefined || person.disabled_at !== null) throw wrongLink()
      await updatePerson(tx, person.id, { password_hash })
      await endSessions(tx, person.id, null)
      const session = await beginSession(tx, person.id, from)
      await appendLog(tx, 'account', { act: 'join', person: person.id, by: person.id })
      return session
    })
  })
