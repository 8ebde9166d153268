import { codeNeeded, wrongSignIn } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { personByEmail } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { beginSession, type SessionOrigin } from './begin-session.ts'
import { isPassword } from './passwords.ts'
import { throttled } from './throttle.ts'
import { isSecondFactor } from './totp.ts'

export interface SignInRequest {
  readonly email: string
  readonly password: string
  readonly code: string | null
}

/**
 * Signs in by password, and by a code where a second factor is on. Gives the secret of a session. Throws a Problem that is
 * the same for an unknown account, a disabled one and a wrong password; that a code is needed is told only after the right
 * password.
 */
export const signIn = async (store: Store, request: SignInRequest, from: SessionOrigin): Promise<string> => {
  const email = request.email.toLowerCase()
  return throttled(store.db, { account: email, address: from.address }, async () => {
    const person = await personByEmail(store.db, email)
    const usable = person !== undefined && person.disabled_at === null
    const right = await isPassword(request.password, usable ? person.password_hash : null)
    if (!right || person === undefined) throw wrongSignIn()
    if (person.totp_on) {
      if (request.code === null) throw codeNeeded()
      if (!(await isSecondFactor(store.db, person, request.code))) throw wrongSignIn()
    }
    return transact(store.db, 'accounts', async (tx) => {
      const secret = await beginSession(tx, person.id, from)
      await appendLog(tx, 'account', { act: 'sign-in', person: person.id, by: person.id })
      return secret
    })
  })
}
