import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIndex } from '@sijil/core/gazetteer/build-index.js'
import { LAYOUT } from '@sijil/core/gazetteer/index-layout.js'
import type { Store } from '../store/open-store.ts'
import { type GazetteerRow, listGazetteers, placesOf } from '../store/queries/gazetteers.ts'
import { keepIndexFile } from './index-file.ts'

/** Where a store's data folder holds the indexes of its imported gazetteers. They can be made anew at any time. */
const folderOf = (store: Store): string => join(store.folder.root, 'gazetteers')

/** The index files of the gazetteers that were imported into a store, made where they are missing; old ones are removed. */
export const importedIndexes = async (store: Store): Promise<readonly string[]> => {
  const rows = await listGazetteers(store.db)
  const paths = await Promise.all(rows.map((row) => indexFileOf(store, row)))
  await removeOthers(store, paths)
  return paths
}

const indexFileOf = async (store: Store, row: GazetteerRow): Promise<string> => {
  const path = join(folderOf(store), `${row.version}.${LAYOUT}.idx`)
  if ((await stat(path).catch(() => null)) !== null) return path
  await keepIndexFile(path, buildIndex(await placesOf(store.db, row.id)))
  return path
}

const removeOthers = async (store: Store, kept: readonly string[]): Promise<void> => {
  const folder = folderOf(store)
  const files = await readdir(folder).catch(() => [])
  const gone = files.filter((file) => file.endsWith('.idx') && !kept.includes(join(folder, file)))
  await Promise.all(gone.map((file) => rm(join(folder, file), { force: true })))
}
