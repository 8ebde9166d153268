import { Problem } from '@sijil/core/contract/problem.js'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import type { Store } from '../store/open-store.ts'
import { listGazetteers, removeGazetteer as removeRow } from '../store/queries/gazetteers.ts'
import { transact } from '../store/transact.ts'
import { expectVersion } from './keep-review.ts'

/**
 * Removes an imported gazetteer. Claims that it placed keep their places until they are placed anew. Throws a Problem where
 * there is none of that name, or another of that name stands than was seen; `sees` is its checksum.
 */
export const removeGazetteer = async (store: Store, name: string, sees?: string): Promise<void> => {
  const removed = await transact(store.db, 'gazetteer', async (tx) => {
    const known = (await listGazetteers(tx)).find((one) => one.name === name)
    if (known !== undefined) expectVersion(`the gazetteer ${name}`, { sees }, known.sha256, [])
    return removeRow(tx, name)
  })
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
