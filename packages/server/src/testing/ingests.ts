import { join } from 'node:path'
import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { recordHash } from '../actions/record-hash.ts'
import { verifyStore } from '../actions/verify-store.ts'
import { withStore } from '../actions/with-store.ts'
import { type Child, type ChildOptions, startSijil } from './child.ts'

/** Patience for tests that start many processes on a busy machine. */
export const LONG = 240_000

/** Starts the ingest of `reports`, a folder beside it, into the data folder `data`. */
export const startIngest = (folder: string, data: string, options: ChildOptions = {}, reports = 'reports'): Child =>
  startSijil(['ingest', join(folder, reports), '--data', join(folder, data), '--json'], options)

/** What an ingest that ended told of itself. */
export const reportOf = ({ output }: { readonly output: string }): IngestReport => {
  const line = output.split('\n').find((one) => one.startsWith('{'))
  return JSON.parse(line ?? 'null') as IngestReport
}

/** The hash of the record in a data folder, once everything in it was verified. Throws if something does not hold. */
export const verifiedHash = (data: string): Promise<string> =>
  withStore({ data, databaseUrl: null }, async (store) => {
    for await (const { check, holds, text } of verifyStore(store)) if (!holds) throw new Error(`${check}: ${text}`)
    return recordHash(store)
  })
