import { sha256Hex } from '@sijil/core/model/hash.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { type DocumentRead, MAKER, readDocuments } from '../jobs/read-batch.ts'
import { interrupted } from '../problems/record.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { loadContext } from '../sources/load-context.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { replaceSpots } from '../store/queries/claim-spots.ts'
import { documentsReadOtherwise, insertClaimPlaces, insertClaims, setReadings } from '../store/queries/claims.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { documentsInBlocksOf, markToLink, replaceBlocks } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { relink } from './relink.ts'

export interface RereadOptions {
  readonly today: Day
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: {
    readonly phase: 'reading' | 'linking'
    readonly done: number
    readonly total: number | null
  }) => void
}

/** How many documents are read anew in one transaction. */
export const REREAD_AT_ONCE = 50

/**
 * Reads the stored documents anew whose claims were read by another version of the rules, and brings the record up to date.
 * The claims read before stay beside the new ones. A run that was cut short goes on where it stopped. Returns how many
 * documents that were.
 */
export const rereadDocuments = async (store: Store, options: RereadOptions): Promise<number> => {
  const context = await loadContext({ today: options.today, gazetteers: await importedIndexes(store) })
  let done = 0
  for (;;) {
    if (options.signal?.aborted) throw interrupted()
    const ids = await documentsReadOtherwise(store.db, MAKER, REREAD_AT_ONCE)
    if (ids.length === 0) break
    await transact(store.db, 'ingest', (tx) => rereadSome(tx, ids, context))
    done += ids.length
    options.onProgress?.({ phase: 'reading', done, total: null })
  }
  const { signal, onProgress } = options
  await relink(store, { context, importId: null, ...(signal && { signal }), ...(onProgress && { onProgress }) })
  if (signal?.aborted) throw interrupted()
  return done
}

/** Reads some stored documents anew. A document on which a rule fails keeps the claims it has. */
export const rereadSome = async (tx: Db, ids: readonly string[], context: Context): Promise<void> => {
  const { read, faults } = readDocuments(await loadDocuments(tx, ids), context)
  // Those that they could be linked with before may be left to one another now.
  const neighbours = await documentsInBlocksOf(tx, ids)
  await keepClaims(tx, read, context.gazetteer.version)
  await replaceBlocks(
    tx,
    read.map(({ document, blocks }) => ({ document: document.id, keys: blocks })),
  )
  // By name, for nothing is to be tried for ever.
  await setReadings(
    tx,
    [...read.map(({ document }) => document.id), ...faults.keys()].map((document) => ({ document, maker: MAKER })),
  )
  await markToLink(tx, [...new Set([...ids, ...neighbours.map(({ document }) => document)])])
  const documents = Object.fromEntries(
    read.map((one) => [one.document.id, sha256Hex(canonicalJson([one.claims, one.places]))]),
  )
  await appendLog(tx, 'readings', { maker: MAKER, documents })
}

const keepClaims = async (tx: Db, read: readonly DocumentRead[], gazetteer: string): Promise<void> => {
  const claims = read.flatMap((one) => one.claims)
  const places = read.flatMap((one) => one.places)
  await insertClaims(tx, claims)
  await insertClaimPlaces(tx, gazetteer, places)
  await replaceSpots(tx, claims, places)
}
