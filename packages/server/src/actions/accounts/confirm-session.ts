import { wrongPassword } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { confirmSession as confirm } from '../../store/queries/credentials.ts'
import { personById } from '../../store/queries/people.ts'
import { isPassword } from './passwords.ts'
import { throttled } from './throttle.ts'

export interface Confirmation {
  readonly person: string
  readonly session: string
  readonly password: string
  readonly address: string
}

/** Notes that whoever holds the session gave the password again. Throws a Problem where it is another. */
export const confirmSession = async (
  store: Store,
  { person, session, password, address }: Confirmation,
): Promise<void> =>
  throttled(store.db, { account: person, address }, async () => {
    const known = await personById(store.db, person)
    if (!(await isPassword(password, known?.password_hash ?? null))) throw wrongPassword()
    await confirm(store.db, session)
  })
