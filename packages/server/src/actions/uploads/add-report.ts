import type { Store } from '../../store/open-store.ts'
import type { Upload } from '../../store/queries/uploads.ts'
import { receiveUpload } from './receive-upload.ts'
import { startUpload } from './start-upload.ts'

/** One report as text, with what is known of it. */
export interface NewReport {
  readonly text: string
  readonly name: string
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly url?: string | undefined
  readonly title?: string | undefined
  readonly collection: number
  readonly person: string
}

/** Takes a report in as a whole upload, which waits to be read. It is kept as the JSON that files of documents are made of. */
export const addReport = async (store: Store, { collection, person, name, ...report }: NewReport): Promise<Upload> => {
  const bytes = new TextEncoder().encode(`${JSON.stringify({ doc: name, ...report })}\n`)
  const upload = await startUpload(store, { name: 'report.jsonl', size: bytes.length, collection, person })
  return receiveUpload(store, upload.id, 0, new Blob([bytes]).stream())
}
