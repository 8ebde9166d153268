import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../../store/open-store.ts'
import type { Upload } from '../../store/queries/uploads.ts'

/** The folder of an upload: named by an id of our own, never by what anybody sent. */
const folderOf = (store: Store, id: string): string => join(store.folder.root, 'uploads', id)

/** The file that an upload is written to. */
export const fileOf = (store: Store, { id, name }: Pick<Upload, 'id' | 'name'>): string =>
  join(folderOf(store, id), name)

export const makeFolderFor = async (store: Store, id: string): Promise<void> => {
  await mkdir(folderOf(store, id), { recursive: true, mode: 0o700 })
}

/** How many bytes of an upload are on the disk. */
export const receivedOf = async (store: Store, upload: Upload): Promise<number> =>
  stat(fileOf(store, upload)).then(
    ({ size }) => size,
    () => (upload.state === 'receiving' ? 0 : upload.size),
  )

/** Removes what an upload left behind; the bytes of its documents are kept by the store. */
export const removeFiles = async (store: Store, id: string): Promise<void> => {
  await rm(folderOf(store, id), { recursive: true, force: true })
}

/**
 * A file's name as we keep it: its last part, without what no file name may hold or what would hide it or start an option.
 * Its ending stays, for it tells the format.
 */
export const safeName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const kept = last
    // Control characters, those that turn the direction of writing, and what Windows forbids.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s-]+/, '')
    .trim()
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(kept)?.[0] ?? ''
  return shortened(kept.slice(0, kept.length - ending.length), 200 - ending.length) + ending || 'report.txt'
}

/** At most so many bytes of UTF-8, in whole characters. */
const shortened = (text: string, bytes: number): string => {
  let kept = ''
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break
    kept += character
  }
  return kept
}
