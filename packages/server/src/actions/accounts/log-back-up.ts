import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import type { Store } from '../with-store.ts'

/** Keeps in the log that somebody took the whole store: call it before the first byte goes out. */
export const logBackUp = async (store: Store, by: string): Promise<void> =>
  transact(store.db, 'accounts', (tx) => appendLog(tx, 'account', { act: 'back-up', by }))
