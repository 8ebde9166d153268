import type { Incident } from '@sijil/core/model/incident.js'
import type { ClaimLink, Layers } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { assignCodes, type IncidentCode, resolveJudgements } from '@sijil/core/stages/link/codes.js'
import { linkStage } from '@sijil/core/stages/link/link-stage.js'
import { reconcileStage } from '@sijil/core/stages/reconcile/reconcile-stage.js'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { claimsOfDocuments, placesOfDocuments } from '../store/queries/claims.ts'
import { copiesOf, passagesOf } from '../store/queries/copies.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { replaceIncidents } from '../store/queries/incidents.ts'
import { judgementsOn } from '../store/queries/judgements.ts'
import {
  codesOfClaims,
  documentsToLink,
  findCodes,
  insertCodes,
  linksOfDocuments,
  replaceLinks,
  unmarkToLink,
} from '../store/queries/linking.ts'
import { transact } from '../store/transact.ts'
import { neighbourhoodsOf } from './neighbourhoods.ts'

export interface RelinkOptions {
  readonly context: Context
  /** The import that is the reason; null when people's judgements are. */
  readonly importId: number | null
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly phase: 'linking'; readonly done: number; readonly total: number }) => void
}

/** How many waiting documents are taken at a time. */
const AT_ONCE = 400

/**
 * Links what waits to be linked, and folds its incidents anew. Only documents that share a block with a waiting one, or
 * an incident, or a judgement, are looked at. A transaction covers whole neighbourhoods, so the record is never seen half
 * linked.
 */
export const relink = async (store: Store, options: RelinkOptions): Promise<void> => {
  const total = (await documentsToLink(store.db)).length
  let left = total
  while (left > 0 && !options.signal?.aborted) {
    left = await transact(store.db, 'link', (tx) => relinkSome(tx, options))
    options.onProgress?.({ phase: 'linking', done: Math.max(0, total - left), total })
  }
}

/** Links the neighbourhoods of some waiting documents; returns how many still wait. */
const relinkSome = async (tx: Db, options: RelinkOptions): Promise<number> => {
  const waiting = await documentsToLink(tx)
  const some = waiting.slice(0, AT_ONCE)
  for (const documents of await neighbourhoodsOf(tx, some)) await relinkNeighbourhood(tx, documents, options)
  await unmarkToLink(tx, some)
  return (await documentsToLink(tx)).length
}

const relinkNeighbourhood = async (tx: Db, documents: readonly string[], options: RelinkOptions): Promise<void> => {
  const before = await linksOfDocuments(tx, documents)
  const layers = await loadLayers(tx, documents)
  const { links } = linkStage.run(layers, options.context)
  const coded = await withCodes(tx, links, layers)
  const { incidents } = reconcileStage.run({ ...layers, links: coded }, options.context)
  await replaceLinks(tx, documents, coded)
  await replaceIncidents(tx, codesOf(before), incidents, options.importId)
  await unmarkToLink(tx, documents)
}

type Linkable = Pick<Layers, 'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'judgements'>

const loadLayers = async (tx: Db, ids: readonly string[]): Promise<Linkable> => {
  const claims = await claimsOfDocuments(tx, ids)
  const judgements = await judgementsOn(
    tx,
    claims.map(({ id }) => id),
  )
  const codes = await findCodes(
    tx,
    judgements.flatMap(({ left, right }) => [left, right]),
  )
  return {
    documents: await loadDocuments(tx, ids),
    copies: await copiesOf(tx, ids),
    passages: await passagesOf(tx, ids),
    claims,
    places: await placesOfDocuments(tx, ids),
    judgements: resolveJudgements(judgements, codes),
  }
}

/** The links with permanent codes for the keys of this run. */
const withCodes = async (
  tx: Db,
  links: readonly ClaimLink[],
  { claims, places }: Linkable,
): Promise<readonly ClaimLink[]> => {
  const anchored = await codesOfClaims(
    tx,
    claims.map(({ id }) => id),
  )
  let known = anchored
  for (;;) {
    const { links: coded, added } = assignCodes(known, links, claims, places)
    const clashes = await clashesOf(tx, added)
    if (clashes.length === 0) {
      await insertCodes(tx, added)
      return coded
    }
    known = [...known, ...clashes]
  }
}

/** Codes that look like new ones but were given to others before. */
const clashesOf = async (tx: Db, added: readonly IncidentCode[]): Promise<readonly IncidentCode[]> =>
  findCodes(
    tx,
    added.map(({ code }) => code),
  )

const codesOf = (links: readonly ClaimLink[]): readonly Incident['code'][] => [
  ...new Set(links.map(({ incident }) => incident)),
]
