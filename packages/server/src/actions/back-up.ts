import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { backupNotWritten } from '../problems/kept-bytes.ts'
import { dumpTables } from '../store/backup/dump-tables.ts'
import { type Frame, sealed } from '../store/backup/frames.ts'
import { lock } from '../store/backup/lock-box.ts'
import { MIGRATIONS } from '../store/migrations/migrations.ts'
import type { Store } from '../store/open-store.ts'

export interface BackUpOptions {
  /** The file to be written; one of that name is replaced when the new one is whole. */
  readonly to: string
  /** Locks the file; null leaves it open. */
  readonly passphrase: string | null
  readonly onProgress?: (progress: { readonly phase: 'saving'; readonly done: number; readonly total: null }) => void
}

export interface BackedUp {
  readonly bytes: number
  readonly sha256: string
  readonly rows: number
  readonly files: number
}

/**
 * Writes the whole store into one file, compressed, as it stands at one moment; others may go on working. Nothing but
 * Sijil is needed to read it back, on another machine or into another server.
 */
export const backUp = async (store: Store, { to, passphrase, onProgress }: BackUpOptions): Promise<BackedUp> => {
  const counts = { rows: 0, files: 0 }
  const hash = createHash('sha256')
  const draft = `${to}.part`
  try {
    await pipeline(
      ...locked(store, passphrase, counts, onProgress),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(draft, { mode: 0o600, flush: true }),
    )
    await rename(draft, to)
    await flushFolder(dirname(to))
  } catch (error) {
    await rm(draft, { force: true })
    throw backupNotWritten(to, error)
  }
  return { bytes: (await stat(to)).size, sha256: hash.digest('hex'), ...counts }
}

/** The same as a stream; one that is cut short has no right end, and is refused when it is read back. */
export const backUpStream = (store: Store, passphrase: string): Readable => {
  const whole = new PassThrough()
  // An error destroys the last of them, which whoever reads it is told.
  pipeline(...locked(store, passphrase, { rows: 0, files: 0 }, undefined), whole).catch(() => undefined)
  return whole
}

const locked = (
  store: Store,
  passphrase: string | null,
  counts: { rows: number; files: number },
  onProgress: BackUpOptions['onProgress'],
) => [Readable.from(sealed(framesOf(store, counts, onProgress))), createGzip(), lock(passphrase)] as const

async function* framesOf(
  store: Store,
  counts: { rows: number; files: number },
  onProgress: BackUpOptions['onProgress'],
): AsyncGenerator<Frame> {
  yield { kind: 'head', json: { migrations: MIGRATIONS.map(({ name }) => name) } }
  for await (const { table, rows } of dumpTables(store.db)) {
    yield { kind: 'rows', json: { table, rows } }
    counts.rows += rows.length
    onProgress?.({ phase: 'saving', done: counts.rows, total: null })
    if (table !== 'raws') continue
    for (const { sha256 } of rows as readonly { readonly sha256: string }[]) {
      yield { kind: 'raw', sha256, bytes: await store.raw.read(sha256) }
      counts.files++
    }
  }
}

/** A renamed file is safe only once its folder is on the disk too; some systems do not open folders. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
