import { wrongPassword } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { endSessions } from '../../store/queries/credentials.ts'
import { appendLog } from '../../store/queries/log.ts'
import { personById, updatePerson } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { throttled } from './throttle.ts'

export interface PasswordChange {
  readonly person: string
  /** The session that stays. */
  readonly session: string | null
  readonly current: string
  readonly password: string
  readonly address: string
}

/** Changes a person's password and ends all their other sessions. Throws a Problem where the present one is another. */
export const changePassword = async (store: Store, change: PasswordChange): Promise<void> =>
  throttled(store.db, { account: change.person, address: change.address }, async () => {
    const known = await personById(store.db, change.person)
    if (!(await isPassword(change.current, known?.password_hash ?? null))) throw wrongPassword()
    const password_hash = await hashPassword(change.password)
    await transact(store.db, 'accounts', async (tx) => {
      await updatePerson(tx, change.person, { password_hash })
      await endSessions(tx, change.person, change.session)
      await appendLog(tx, 'account', { act: 'password', person: change.person, by: change.person })
    })
  })
