import { type HashedItem, nameOf } from '../jobs/read-batch.ts'
import type { Store } from '../store/open-store.ts'
import { alreadyRead, readKey } from '../store/queries/imports.ts'

/** An item that was read before, and how many documents it gave. */
export interface KnownItem extends HashedItem {
  readonly documents: number
}

/** Parts items that are new to a store from those that were read before. */
export const partKnown = async (
  store: Store,
  items: readonly HashedItem[],
): Promise<{ readonly fresh: readonly HashedItem[]; readonly known: readonly KnownItem[] }> => {
  const read = await alreadyRead(
    store.db,
    items.map(({ item, sha256 }) => ({ name: nameOf(item), sha256 })),
  )
  const documentsOf = ({ item, sha256 }: HashedItem) => read.get(readKey(nameOf(item), sha256))
  return {
    fresh: items.filter((one) => documentsOf(one) === undefined),
    known: items.flatMap((one) => {
      const documents = documentsOf(one)
      return documents === undefined ? [] : [{ ...one, documents }]
    }),
  }
}
