import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'

/** Who looked at names of persons, where, and in which documents. */
export interface Look {
  readonly by: string
  readonly route: string
  readonly documents: readonly string[]
}

/** Keeps a look at protected fields in the log. What is not kept must not be shown: call it before. */
export const logLook = async (store: Store, look: Look): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => appendLog(tx, 'look', look))
