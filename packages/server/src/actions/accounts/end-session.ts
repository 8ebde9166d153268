import { noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { endSession as end } from '../../store/queries/credentials.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'

/** Ends one of a person's sessions: its secret is of no use from then on. Throws a Problem when there is none of that id. */
export const endSession = async (store: Store, person: string, id: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    if (!(await end(tx, person, id))) throw noSuchThing('session')
    await appendLog(tx, 'account', { act: 'end-session', person, by: person, session: id })
  })
