import { open } from 'node:fs/promises'
import { bodyTooLarge, wrongOffset } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { type Upload, updateUpload } from '../../store/queries/uploads.ts'
import { showUpload } from './show-upload.ts'
import { fileOf, receivedOf } from './upload-files.ts'

/** Uploads that bytes are being written to. */
const busy = new Set<string>()

/**
 * Adds bytes to a file from where it stopped; whatever came before a break stays. When all have come the upload waits to be
 * read. Throws a Problem when they do not follow what is there, or are more than were announced.
 */
export const receiveUpload = async (
  store: Store,
  id: string,
  from: number,
  bytes: ReadableStream<Uint8Array> | null,
): Promise<Upload> => {
  const upload = await showUpload(store, id)
  const received = await receivedOf(store, upload)
  if (upload.state !== 'receiving' || busy.has(id) || received !== from) throw wrongOffset(from, received)
  busy.add(id)
  try {
    const size = await append(fileOf(store, upload), upload.size, received, bytes)
    if (size === upload.size) await updateUpload(store.db, id, { state: 'waiting' })
  } finally {
    busy.delete(id)
  }
  return showUpload(store, id)
}

const append = async (
  path: string,
  limit: number,
  received: number,
  bytes: ReadableStream<Uint8Array> | null,
): Promise<number> => {
  const file = await open(path, 'a', 0o600)
  let size = received
  try {
    for await (const chunk of (bytes ?? []) as AsyncIterable<Uint8Array>) {
      if (size + chunk.length > limit) throw bodyTooLarge(limit - received)
      await file.write(chunk)
      size += chunk.length
    }
    return size
  } finally {
    await file.sync()
    await file.close()
  }
}
