import type { Store } from '../../store/open-store.ts'
import { allCollections, type Collection } from '../../store/queries/collections.ts'

/** All collections, the first one first. */
export const listCollections = (store: Store): Promise<readonly Collection[]> => allCollections(store.db)
