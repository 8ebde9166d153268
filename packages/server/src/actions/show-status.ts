import type { StatusRecord } from '@sijil/core/contract/status-record.js'
import type { Store } from '../store/open-store.ts'
import { countToLink } from '../store/queries/linking.ts'
import { connectedProcesses, lastFailures, queueStatus, runningImports } from '../store/queries/status.ts'

const FAILURES = 10

/** What waits, what is in hand, what was done and what was given up, and why. */
export const showStatus = async (store: Store): Promise<StatusRecord> => ({
  queues: [...(await queueStatus(store.db))],
  workers: [...(await connectedProcesses(store.db))],
  toLink: await countToLink(store.db),
  imports: await runningImports(store.db),
  failures: await lastFailures(store.db, FAILURES),
})
