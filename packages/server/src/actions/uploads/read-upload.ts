import { Problem } from '@sijil/core/contract/problem.js'
import type { Store } from '../../store/open-store.ts'
import { type Upload, updateUpload } from '../../store/queries/uploads.ts'
import { ingestPaths, type Progress } from '../ingest-paths.ts'
import { showUpload } from './show-upload.ts'
import { fileOf, removeFiles } from './upload-files.ts'

export interface ReadOptions {
  readonly concurrency: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

/**
 * Reads a whole upload into the store as an import. What was stored before it was cut short is passed over, so it goes on
 * where it stopped; a server that is asked to stop leaves it waiting.
 */
export const readUpload = async (store: Store, id: string, options: ReadOptions): Promise<Upload> => {
  const upload = await showUpload(store, id)
  await updateUpload(store.db, id, { state: 'reading', problem: null })
  try {
    const report = await ingestPaths(store, {
      ...options,
      paths: [fileOf(store, upload)],
      stdin: null,
      today: new Date().toISOString().slice(0, 10),
      collection: upload.collection_id,
      onImport: (importId) => updateUpload(store.db, id, { import_id: importId }),
    })
    await updateUpload(store.db, id, { state: 'done' })
    // What was refused may be read again by `retry`; what was read is kept by the store.
    if (report.refused === 0) await removeFiles(store, id)
  } catch (error) {
    if (options.signal.aborted) await updateUpload(store.db, id, { state: 'waiting' })
    else await updateUpload(store.db, id, { state: 'failed', problem: await reasonOf(store, error) })
  }
  return showUpload(store, id)
}

const reasonOf = async (store: Store, error: unknown): Promise<string> => {
  const told = await store.explain(error)
  return told instanceof Problem
    ? `${told.what}; ${told.mend}`
    : 'something went wrong that Sijil did not foresee; read it again'
}
