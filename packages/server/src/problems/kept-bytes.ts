import { Problem } from '@sijil/core/contract/problem.js'
import { messageOf } from '../error-facts.ts'
import { storeProblem as store } from './store-problem.ts'

/*
 * The catalogue of problems: backups, raw bytes, and who may add to a store. One function each; codes are stable and
 * never reused.
 */

export const backupNotWritten = (file: string, cause: unknown): Problem =>
  store(
    'backup-not-written',
    `the backup could not be written: ${messageOf(cause)}`,
    file,
    'name a file in a folder that you may write and that has room; nothing was left behind',
    cause,
  )

export const backupNotRead = (file: string, cause: unknown): Problem =>
  new Problem(
    {
      kind: 'refused',
      code: 'backup-not-read',
      what: `the backup cannot be restored: ${messageOf(cause)}; nothing of it was taken`,
      where: file,
      mend: 'check the file and its passphrase, or take another backup',
    },
    { cause },
  )

export const newerBackup = (migrations: readonly string[]): Problem =>
  new Problem({
    kind: 'refused',
    code: 'newer-backup',
    what: `the backup was made by a newer Sijil (it has ${migrations.join(', ')}, which this one does not know)`,
    mend: 'install that newer version',
  })

export const storeNotEmpty = (where: string): Problem =>
  new Problem({
    kind: 'misuse',
    code: 'store-not-empty',
    what: 'a backup can only be restored into an empty store',
    where,
    mend: 'name a folder that does not exist yet with --data DIR, or an empty database with DATABASE_URL',
  })

export const brokenRaw = (sha256: string, where: string): Problem =>
  store(
    'broken-raw',
    `stored bytes are not what they were: their SHA-256 is no longer ${sha256}`,
    where,
    'restore the file from a backup, or ingest the original file again',
  )

export const bucketMisnamed = (what: string, mend: string): Problem =>
  store('raw-bucket-misnamed', what, 'SIJIL_RAW', `${mend}, or unset SIJIL_RAW to keep raw bytes in the data folder`)

export const bucketRefuses = (address: string, how: string, cause?: unknown): Problem =>
  store(
    'raw-bucket-refuses',
    `the bucket of raw bytes cannot be used: ${how}`,
    address,
    'check the address, the keys and their rights (to get, put and look up objects), then run the same command again: it goes on where it stopped',
    cause,
  )

export const rawNotHere = (name: string, path: string, cause?: unknown): Problem =>
  store(
    'raw-not-here',
    `the bytes of ${name} cannot be read here`,
    path,
    'workers on other machines need the raw files too: let them share the folder raw/ of the data folder, or a bucket (SIJIL_RAW)',
    cause,
  )

export const noSuchRole = (role: string): Problem =>
  new Problem({
    kind: 'missing',
    code: 'no-such-role',
    what: `the server has no role ${role}`,
    mend: `make it first, as its administrator: create role ${role} login`,
  })
