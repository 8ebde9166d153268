import { stat } from 'node:fs/promises'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { dataFolderAt } from '../store/data-folder.ts'
import { type StoreOptions, withStore } from './with-store.ts'

/** The index files of the gazetteers imported into a store; none where there is no store yet, and none is made. */
export const storedIndexes = async (options: StoreOptions): Promise<readonly string[]> => {
  const { root } = dataFolderAt(options.data)
  const isThere = options.databaseUrl !== null || (await stat(root).catch(() => null)) !== null
  return isThere ? withStore(options, importedIndexes) : []
}
