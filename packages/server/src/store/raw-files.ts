import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brokenRaw } from '../problems.ts'

/** Bytes as they came, on the disk under their SHA-256: written once, checked whenever they are read. */
export interface RawFiles {
  /** Where bytes of that hash lie, or would. */
  pathOf(sha256: string): string
  has(sha256: string): Promise<boolean>
  /** Keeps bytes; on return they are on the disk. Keeping them again does nothing. */
  write(sha256: string, bytes: Uint8Array): Promise<void>
  /** Throws a Problem when the bytes are no longer what they were, the file system's error when they are missing. */
  read(sha256: string): Promise<Buffer>
}

export const rawFilesIn = (folder: string): RawFiles => {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const has = (sha256: string) =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    )
  return {
    pathOf,
    has,
    write: async (sha256, bytes) => {
      if (!(await has(sha256))) await writeDurably(pathOf(sha256), bytes)
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256))
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw brokenRaw(sha256, pathOf(sha256))
      return bytes
    },
  }
}

/** The file appears under its name only when all of it is on the disk. */
const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw error
  }
}
