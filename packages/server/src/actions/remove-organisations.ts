import type { Day } from '@sijil/core/model/time-range.js'
import { noSuchOrganisations } from '../problems/record.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { appendLog } from '../store/queries/log.ts'
import { listOrganisationLists, removeOrganisationList } from '../store/queries/organisations.ts'
import { transact } from '../store/transact.ts'
import { markAll, refold } from './import-organisations.ts'
import { expectVersion } from './keep-review.ts'

/** Which table of organisations goes. */
export interface OrganisationsToRemove {
  readonly name: string
  /** The checksum of the one that was seen. */
  readonly sees?: string | undefined
}

/** Throws a Problem where there is no table of that name, or another of that name stands than was seen. */
export const expectOrganisations = async (db: Db, { name, sees }: OrganisationsToRemove): Promise<void> => {
  const known = (await listOrganisationLists(db)).find((one) => one.name === name)
  if (known === undefined) throw noSuchOrganisations(name)
  expectVersion(`the table of organisations ${name}`, { sees }, known.sha256, [])
}

/**
 * Removes an imported table of organisations and folds the record anew. Throws a Problem as `expectOrganisations`
 * does; `again` goes on with a removal that was cut short.
 */
export const removeOrganisations = async (
  store: Store,
  { name, sees, today, again = false }: OrganisationsToRemove & { readonly today: Day; readonly again?: boolean },
): Promise<void> => {
  await transact(store.db, 'judge', async (tx) => {
    const isGone = again && !(await listOrganisationLists(tx)).some((list) => list.name === name)
    if (isGone) return
    await expectOrganisations(tx, { name, sees })
    await removeOrganisationList(tx, name)
    await markAll(tx)
    await appendLog(tx, 'organisations', { name, removed: true })
  })
  await refold(store, today, {})
}
