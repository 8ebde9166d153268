import type { Day } from '@sijil/core/model/time-range.js'
import { noSuchOrganisations } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { appendLog } from '../store/queries/log.ts'
import { removeOrganisationList } from '../store/queries/organisations.ts'
import { transact } from '../store/transact.ts'
import { markAll, refold } from './import-organisations.ts'

/** Removes an imported table of organisations and folds the record anew. Throws a Problem when there is none of that name. */
export const removeOrganisations = async (
  store: Store,
  { name, today }: { readonly name: string; readonly today: Day },
): Promise<void> => {
  await transact(store.db, 'judge', async (tx) => {
    if (!(await removeOrganisationList(tx, name))) throw noSuchOrganisations(name)
    await markAll(tx)
    await appendLog(tx, 'organisations', { name, removed: true })
  })
  await refold(store, today, {})
}
