import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { bodyTooLarge } from '../../problems/access.ts'
import { safeName } from '../uploads/upload-files.ts'
import type { Store } from '../with-store.ts'

/** More than all of GeoNames' alternate names; what is larger is given at the terminal. */
const MOST_BYTES = 1_000_000_000

/**
 * Writes the bytes of a file that a task is to read into a folder of its own; gives where it lies. Nothing is left of one
 * that `expect`, which is told its checksum, refuses. Throws a Problem for too many bytes.
 */
export const receiveFile = async (
  store: Store,
  name: string,
  bytes: ReadableStream<Uint8Array> | null,
  expect: (sha256: string) => Promise<void>,
): Promise<string> => {
  const path = join(tasksFolder(store), randomUUID(), safeName(name))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const source = bytes === null ? Readable.from([]) : Readable.fromWeb(bytes as WebStream)
    const hash = createHash('sha256')
    await pipeline(source, limited(MOST_BYTES, hash), createWriteStream(path, { mode: 0o600 }))
    await expect(hash.digest('hex'))
    return path
  } catch (error) {
    await forgetFile(path)
    throw error
  }
}

const tasksFolder = ({ folder }: Store): string => join(folder.root, 'tasks')

/** Removes the files that no task waits for: a server ended before it was kept what they are for. */
export const forgetFilesBut = async (store: Store, paths: readonly string[]): Promise<void> => {
  const kept = new Set(paths.map(dirname))
  const folders = await readdir(tasksFolder(store)).catch(() => [])
  for (const folder of folders.map((name) => join(tasksFolder(store), name)))
    if (!kept.has(folder)) await rm(folder, { recursive: true, force: true })
}

/** Removes a received file with its folder. */
export const forgetFile = async (path: string): Promise<void> => {
  await rm(dirname(path), { recursive: true, force: true })
}

const limited = (most: number, hash: Hash) =>
  async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > most) throw bodyTooLarge(most)
      hash.update(chunk)
      yield chunk
    }
  }
