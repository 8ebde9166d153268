import type { TaskKind } from '@sijil/core/contract/api/routes/tasks.js'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import type { Store } from '../with-store.ts'

/** Keeps in the log who asked for long work. */
export const logTask = async (store: Store, task: { readonly kind: TaskKind; readonly by: string }): Promise<void> =>
  transact(store.db, 'accounts', (tx) => appendLog(tx, 'task', task))
