import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { brokenRaw } from '../problems/kept-bytes.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Bytes as they came, kept under their SHA-256: written once, checked whenever they are read. */
export interface RawFiles {
  /** Where bytes of that hash lie, or would. */
  pathOf(sha256: string): string
  has(sha256: string): Promise<boolean>
  /** Keeps bytes; on return they are safe. Keeping them again does nothing. */
  write(sha256: string, bytes: Uint8Array): Promise<void>
  /** Throws a Problem when the bytes are no longer what they were, the file system's error when they are missing. */
  read(sha256: string): Promise<Buffer>
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Raw bytes in a folder of this machine, compressed. Those that an earlier Sijil kept as they came are found too. */
export const rawFilesIn = (folder: string): RawFiles => {
  const plainOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const pathOf = (sha256: string) => `${plainOf(sha256)}.gz`
  const has = async (sha256: string) => (await isThere(pathOf(sha256))) || isThere(plainOf(sha256))
  return {
    pathOf,
    has,
    write: async (sha256, bytes) => {
      if (!(await has(sha256))) await writeDurably(pathOf(sha256), await pack(bytes))
    },
    read: async (sha256) => {
      const path = (await isThere(pathOf(sha256))) ? pathOf(sha256) : plainOf(sha256)
      const kept = await readFile(path)
      // What cannot be unpacked is not what was written.
      const bytes = path.endsWith('.gz') ? await unpack(kept).catch(() => kept) : kept
      return checked(sha256, bytes, path)
    },
  }
}

/** The bytes, if they have the hash that they are called by; else a Problem. */
export const checked = (sha256: string, bytes: Buffer, where: string): Buffer => {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw brokenRaw(sha256, where)
  return bytes
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
