import { randomUUID } from 'node:crypto'
import { noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { allCollections } from '../../store/queries/collections.ts'
import { insertUpload, type Upload } from '../../store/queries/uploads.ts'
import { showUpload } from './show-upload.ts'
import { makeFolderFor, safeName } from './upload-files.ts'

export interface NewUpload {
  readonly name: string
  readonly size: number
  readonly collection: number
  readonly person: string
}

/** Makes room for a file that is to come. Throws a Problem for a collection that is not there. */
export const startUpload = async (store: Store, { name, size, collection, person }: NewUpload): Promise<Upload> => {
  if (!(await allCollections(store.db)).some(({ id }) => id === collection)) throw noSuchThing('collection')
  const id = randomUUID()
  await makeFolderFor(store, id)
  const upload = {
    id,
    person_id: person,
    collection_id: collection,
    name: safeName(name),
    size,
    state: 'receiving' as const,
  }
  await insertUpload(store.db, upload)
  return showUpload(store, id)
}
