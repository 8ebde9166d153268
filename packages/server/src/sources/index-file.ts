import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The bytes of an index file in memory that threads can share; null when it can't be read. */
export const readIndexFile = async (path: string): Promise<Uint8Array | null> => {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    let at = 0
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at)
      if (bytesRead === 0) return null
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

/** Keeps an index as a file, whole or not at all. A folder that can't be written is no harm: false, and it is built again next time. */
export const keepIndexFile = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  const part = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, path)
    return true
  } catch {
    return false
  }
}

/** The index at a path, or the one that `build` makes, which is then kept there. */
export const cachedIndex = async (path: string, build: () => Promise<Uint8Array>): Promise<Uint8Array> => {
  const known = await readIndexFile(path)
  if (known !== null) return known
  const bytes = await build()
  await keepIndexFile(path, bytes)
  return bytes
}
