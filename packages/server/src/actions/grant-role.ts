import { codeOf } from '../error-facts.ts'
import { noSuchRole } from '../problems/kept-bytes.ts'
import { grantUse, growingTables } from '../store/grants.ts'
import type { Store } from '../store/open-store.ts'
import { openQueues } from '../store/queues.ts'

/**
 * Lets a role of the server use the store without being able to change what only grows. Returns the tables in which it may
 * only add. Throws a Problem for a role that is not there.
 */
export const grantRole = async (store: Store, role: string): Promise<readonly string[]> => {
  // Made by whoever may make them, for the role may not.
  await (await openQueues(store)).close()
  try {
    await grantUse(store.db, role)
  } catch (error) {
    throw codeOf(error) === '42704' ? noSuchRole(role) : error
  }
  return growingTables(store.db)
}
