import type { UploadRecord } from '@sijil/core/contract/api/routes/imports.js'
import { noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { findUpload, type Upload } from '../../store/queries/uploads.ts'
import { receivedOf } from './upload-files.ts'

/** An upload by its id. Throws a Problem when there is none. */
export const showUpload = async (store: Store, id: string): Promise<Upload> => {
  const upload = await findUpload(store.db, id)
  if (upload === undefined) throw noSuchThing('upload')
  return upload
}

/** An upload as a record, with how much of it has come. */
export const toUploadRecord = async (store: Store, upload: Upload): Promise<UploadRecord> => ({
  id: upload.id,
  name: upload.name,
  size: upload.size,
  received: await receivedOf(store, upload),
  collection: upload.collection_id,
  state: upload.state,
  import: upload.import_id,
  problem: upload.problem,
})
