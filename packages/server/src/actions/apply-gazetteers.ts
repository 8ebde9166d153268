import { sha256Hex } from '@sijil/core/model/hash.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { type DocumentPlaced, placeAnew } from '../jobs/place-anew.ts'
import { interrupted } from '../problems/record.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { loadContext } from '../sources/load-context.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { replaceSpots } from '../store/queries/claim-spots.ts'
import { claimsAsRead, claimsById, insertClaimPlaces, placesAsRead } from '../store/queries/claims.ts'
import { countDocuments, idsOfDocuments, loadDocuments } from '../store/queries/documents.ts'
import { countIncidents } from '../store/queries/incidents.ts'
import { documentsInBlocksOf, markToLink, replaceBlocks } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { reviewsOfDocuments } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { refreshReviewed } from './refresh-reviewed.ts'
import { relink } from './relink.ts'

export interface ApplyOptions {
  readonly today: Day
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: {
    readonly phase: 'placing' | 'linking'
    readonly done: number
    readonly total: number
  }) => void
}

/** What placing the stored claims anew changed. */
export interface Applied {
  /** The gazetteers in use and their versions. */
  readonly gazetteer: string
  readonly documents: number
  readonly claims: number
  /** Claims that lie elsewhere now, or more or less exactly. */
  readonly moved: number
  readonly incidents: number
}

/** How many documents are placed in one transaction. */
const AT_ONCE = 100

/**
 * Places the stored claims by the gazetteers in use and brings the record up to date. Where a claim lay before stays in its
 * history. A batch is stored whole or not at all; a run that was cut short goes on where it stopped, and a second run
 * changes nothing.
 */
export const applyGazetteers = async (store: Store, options: ApplyOptions): Promise<Applied> => {
  const context = await loadContext({ today: options.today, gazetteers: await importedIndexes(store) })
  const total = await countDocuments(store.db)
  let [documents, claims, moved, after] = [0, 0, 0, 0]
  for (;;) {
    if (options.signal?.aborted) throw interrupted()
    const page = await idsOfDocuments(store.db, after, AT_ONCE)
    const last = page.at(-1)
    if (last === undefined) break
    const placed = await transact(store.db, 'ingest', (tx) =>
      placeSome(
        tx,
        page.map(({ id }) => id),
        context,
      ),
    )
    documents += page.length
    claims += placed.claims
    moved += placed.moved
    after = last.seq
    options.onProgress?.({ phase: 'placing', done: documents, total })
  }
  const { signal, onProgress } = options
  await relink(store, { context, importId: null, ...(signal && { signal }), ...(onProgress && { onProgress }) })
  if (signal?.aborted) throw interrupted()
  return { gazetteer: context.gazetteer.version, documents, claims, moved, incidents: await countIncidents(store.db) }
}

/** Places the claims of some documents; what lies elsewhere than before is kept and waits to be linked. */
export const placeSome = async (
  tx: Db,
  ids: readonly string[],
  context: Context,
): Promise<{ readonly claims: number; readonly moved: number }> => {
  // Where a person says that a claim lies, it lies: only what was read is placed anew.
  const claims = await claimsAsRead(tx, ids, { persons: false })
  const before = await placesAsRead(tx, ids)
  const changed = placeAnew({ documents: await loadDocuments(tx, ids), claims, before }, context)
  await keep(tx, changed, context.gazetteer.version)
  return { claims: claims.length, moved: changed.reduce((total, { moved }) => total + moved.length, 0) }
}

const keep = async (tx: Db, changed: readonly DocumentPlaced[], gazetteer: string): Promise<void> => {
  if (changed.length === 0) return
  const ids = changed.map(({ document }) => document)
  // Those that they could be linked with before may be left to one another now.
  const neighbours = await documentsInBlocksOf(tx, ids)
  const moved = changed.flatMap((one) => one.moved)
  await insertClaimPlaces(tx, gazetteer, moved)
  await replaceSpots(
    tx,
    await claimsById(
      tx,
      moved.map(({ claim }) => claim),
    ),
    moved,
  )
  await replaceBlocks(
    tx,
    changed.map(({ document, blocks }) => ({ document, keys: blocks })),
  )
  await markToLink(tx, [...new Set([...ids, ...neighbours.map(({ document }) => document)])])
  const documents = Object.fromEntries(
    changed.map(({ document, moved }) => [document, sha256Hex(canonicalJson(moved))]),
  )
  const reviewed = new Set((await reviewsOfDocuments(tx, ids)).flatMap(({ passage }) => passage?.document ?? []))
  await refreshReviewed(tx, [...reviewed])
  await appendLog(tx, 'places', { gazetteer, documents })
}
