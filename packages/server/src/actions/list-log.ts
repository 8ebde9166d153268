import type { Store } from '../store/open-store.ts'
import { type LogEntry, pageOfLog } from '../store/queries/log.ts'

/** A page of the log, the oldest entry first, after an entry's number. */
export const listLog = (store: Store, after: number, size: number): Promise<readonly LogEntry[]> =>
  pageOfLog(store.db, after, size)
