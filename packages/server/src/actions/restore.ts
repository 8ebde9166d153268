import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Problem } from '@sijil/core/contract/problem.js'
import { backupNotRead, newerBackup, storeNotEmpty } from '../problems/kept-bytes.ts'
import { advanceNumbers, type DumpedRows, loadRows } from '../store/backup/dump-tables.ts'
import { type Frame, unsealed } from '../store/backup/frames.ts'
import { unlock } from '../store/backup/lock-box.ts'
import { completeSearch, forgetSearch } from '../store/complete-search.ts'
import type { Db } from '../store/database.ts'
import { tidy } from '../store/maintain.ts'
import { MIGRATIONS } from '../store/migrations/migrations.ts'
import type { Store } from '../store/open-store.ts'
import { listImports } from '../store/queries/imports.ts'
import { pageOfLog } from '../store/queries/log.ts'
import { queueAllClaims } from '../store/queries/queue.ts'
import { transact } from '../store/transact.ts'

export interface RestoreOptions {
  readonly from: string
  /** Null for a file that is not locked. */
  readonly passphrase: string | null
  readonly onProgress?: (progress: { readonly phase: 'restoring'; readonly done: number; readonly total: null }) => void
}

export interface Restored {
  readonly rows: number
  readonly files: number
}

/**
 * Reads a backup into an empty store: all of it, or nothing when the file is damaged. Throws a Problem when the store is
 * not empty, for it would not be the same record.
 */
export const restore = async (store: Store, options: RestoreOptions): Promise<Restored> => {
  const counts = { rows: 0, files: 0 }
  try {
    await transact(store.db, 'ingest', async (tx) => {
      await refuseFull(tx, store.where)
      await forgetSearch(tx)
      for await (const frame of framesIn(options)) {
        await take(store, tx, frame, counts)
        options.onProgress?.({ phase: 'restoring', done: counts.rows, total: null })
      }
      await advanceNumbers(tx)
      await completeSearch(tx)
      // A backup of an earlier version has no queue.
      await queueAllClaims(tx)
    })
  } catch (error) {
    throw error instanceof Problem || !isDamage(error) ? error : backupNotRead(options.from, error)
  }
  await tidy(store.db, counts.rows)
  return counts
}

const refuseFull = async (tx: Db, where: string): Promise<void> => {
  if ((await listImports(tx)).length + (await pageOfLog(tx, 0, 1)).length > 0) throw storeNotEmpty(where)
}

async function* framesIn({ from, passphrase }: RestoreOptions): AsyncGenerator<Frame> {
  const gunzip = createGunzip()
  const content = Readable.from(unlock(passphrase)(createReadStream(from)))
  content.on('error', (error) => gunzip.destroy(error))
  yield* unsealed(content.pipe(gunzip))
}

/** A file that is not there or not what it should be; errors of the database are told as they are. */
const isDamage = (error: unknown): boolean =>
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  (error instanceof Error && 'code' in error && /^(Z_|ENOENT|EACCES|EISDIR)/.test(String(error.code)))

const take = async (store: Store, tx: Db, frame: Frame, counts: { rows: number; files: number }): Promise<void> => {
  if (frame.kind === 'raw') {
    if (createHash('sha256').update(frame.bytes).digest('hex') !== frame.sha256)
      throw new RangeError('bytes in it are not what they are called by')
    await store.raw.write(frame.sha256, frame.bytes)
    counts.files++
  } else if (frame.kind === 'rows') {
    const dumped = frame.json as DumpedRows
    await loadRows(tx, dumped)
    counts.rows += dumped.rows.length
  } else if (frame.kind === 'head') refuseNewer(frame.json as { readonly migrations: readonly string[] })
}

const refuseNewer = ({ migrations }: { readonly migrations: readonly string[] }): void => {
  const ours = new Set(MIGRATIONS.map(({ name }) => name))
  const foreign = migrations.filter((name) => !ours.has(name))
  if (foreign.length > 0) throw newerBackup(foreign)
}
