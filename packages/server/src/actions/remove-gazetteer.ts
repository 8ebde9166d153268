import { Problem } from '@sijil/core/contract/problem.js'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import type { Store } from '../store/open-store.ts'
import { removeGazetteer as removeRow } from '../store/queries/gazetteers.ts'
import { transact } from '../store/transact.ts'

/** Removes an imported gazetteer. Claims that it placed keep their places until they are placed anew. */
export const removeGazetteer = async (store: Store, name: string): Promise<void> => {
  const removed = await transact(store.db, 'gazetteer', (tx) => removeRow(tx, name))
  if (!removed)
    throw new Problem({
      kind: 'missing',
      code: 'no-such-gazetteer',
      what: 'no imported gazetteer has this name',
      where: name,
      mend: 'see the names with `sijil gazetteer list`; the built-in one cannot be removed',
    })
  await importedIndexes(store)
}
