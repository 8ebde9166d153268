import type { Claim } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { incidentWords } from '@sijil/core/stages/publish/incident-words.js'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { replaceIncidents } from '../store/queries/incidents.ts'
import {
  documentsToLink,
  findCodes,
  insertCodes,
  linksOfDocuments,
  replaceLinks,
  unmarkToLink,
} from '../store/queries/linking.ts'
import { transact } from '../store/transact.ts'
import { type Evidence, type Folded, foldRecord, knownCodes, loadEvidence } from './fold-record.ts'
import { neighbourhoodsOf } from './neighbourhoods.ts'

export interface RelinkOptions {
  readonly context: Context
  /** The import that is the reason; null when people's judgements or other gazetteers are. */
  readonly importId: number | null
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly phase: 'linking'; readonly done: number; readonly total: number }) => void
}

/** How many waiting documents are taken at a time. */
const AT_ONCE = 400
/** How many documents of small neighbourhoods are linked together. */
const BUNDLE = 200

/**
 * Links what waits to be linked, and folds its incidents anew. Only documents that share a block with a waiting one, or
 * an incident, or a judgement, are looked at. A transaction covers whole neighbourhoods, so the record is never seen half
 * linked.
 */
export const relink = async (store: Store, options: RelinkOptions): Promise<void> => {
  const context = await withOrganisations(store, options.context)
  const total = (await documentsToLink(store.db)).length
  let left = total
  while (left > 0 && !options.signal?.aborted) {
    left = await transact(store.db, 'link', (tx) => relinkSome(tx, { ...options, context }))
    options.onProgress?.({ phase: 'linking', done: Math.max(0, total - left), total })
  }
}

/** Links the neighbourhoods of some waiting documents; returns how many still wait. */
const relinkSome = async (tx: Db, options: RelinkOptions): Promise<number> => {
  const waiting = await documentsToLink(tx)
  const some = waiting.slice(0, AT_ONCE)
  for (const documents of bundled(await neighbourhoodsOf(tx, some))) await relinkDocuments(tx, documents, options)
  await unmarkToLink(tx, some)
  return (await documentsToLink(tx)).length
}

/** Neighbourhoods do not touch one another: small ones are linked together, which spares the database many questions. */
const bundled = (neighbourhoods: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const bundles: string[][] = []
  for (const documents of neighbourhoods) {
    const last = bundles.at(-1)
    if (last === undefined || last.length + documents.length > BUNDLE) bundles.push([...documents])
    else last.push(...documents)
  }
  return bundles
}

const relinkDocuments = async (tx: Db, documents: readonly string[], options: RelinkOptions): Promise<void> => {
  const before = await linksOfDocuments(tx, documents)
  const evidence = await loadEvidence(tx, documents)
  const { links, incidents, added } = await foldWithFreeCodes(tx, evidence, options.context)
  await insertCodes(tx, added)
  await replaceLinks(tx, documents, links)
  const claims = new Map<string, Claim>(evidence.claims.map((claim) => [claim.id, claim]))
  const texts = new Map<string, DocumentText>((evidence.documents ?? []).map((one) => [one.document.id, one]))
  const words = (incident: Incident) => incidentWords(incident, claims, texts)
  await replaceIncidents(tx, [...new Set(before.map(({ incident }) => incident))], incidents, options.importId, words)
  await unmarkToLink(tx, documents)
}

/** A new code may look like one that was given to others before: then it is made longer. */
const foldWithFreeCodes = async (tx: Db, evidence: Evidence, context: Context): Promise<Folded> => {
  let known = await knownCodes(tx, evidence)
  for (;;) {
    const folded = foldRecord(evidence, known, context)
    const taken = await findCodes(
      tx,
      folded.added.map(({ code }) => code),
    )
    if (taken.length === 0) return folded
    known = [...known, ...taken]
  }
}
