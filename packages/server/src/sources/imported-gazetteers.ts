import type { Store } from '../store/open-store.ts'

/** The index files of the gazetteers that were imported into a store, made where they are missing. */
export const importedIndexes = async (_store: Store): Promise<readonly string[]> => []
