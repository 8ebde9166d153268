import { access } from 'node:fs/promises'
import { nothingToRetry } from '../../problems/record.ts'
import type { Store } from '../../store/open-store.ts'
import { type Upload, updateUpload, uploadOfImport } from '../../store/queries/uploads.ts'
import { showUpload } from './show-upload.ts'
import { fileOf } from './upload-files.ts'

/** Lets the upload of an import wait to be read again. Throws a Problem when it was none, or nothing of it is left to read. */
export const retryUpload = async (store: Store, importId: number): Promise<Upload> => {
  const upload = await uploadOfImport(store.db, importId)
  if (upload === undefined || (upload.state !== 'done' && upload.state !== 'failed')) throw nothingToRetry(importId)
  await access(fileOf(store, upload)).catch(() => {
    throw nothingToRetry(importId)
  })
  await updateUpload(store.db, upload.id, { state: 'waiting' })
  return showUpload(store, upload.id)
}
