import type { Claim } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { NO_ORGANISATIONS } from '@sijil/core/origins/organisations.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { incidentWords } from '@sijil/core/stages/publish/incident-words.js'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Db } from '../store/database.ts'
import { tellPlanner } from '../store/maintain.ts'
import type { Store } from '../store/open-store.ts'
import { replaceIncidents } from '../store/queries/incidents.ts'
import {
  countToLink,
  findCodes,
  insertCodes,
  linksOfDocuments,
  replaceLinks,
  takeToLink,
  unmarkToLink,
} from '../store/queries/linking.ts'
import { Collision, transactFreely } from '../store/transact.ts'
import { type Evidence, type Folded, foldRecord, knownCodes, loadEvidence } from './fold-record.ts'
import { lockNeighbourhoodsOf } from './neighbourhoods.ts'

export interface RelinkOptions {
  readonly context: Context
  /** The import that is the reason; null when people's judgements or other gazetteers are. */
  readonly importId: number | null
  /** How many waiting documents are taken at a time; so many that it pays unless told. */
  readonly atOnce?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly phase: 'linking'; readonly done: number; readonly total: number }) => void
}

const AT_ONCE = 400
/** How many documents of small neighbourhoods are linked together. */
const BUNDLE = 200
/** How long to wait for others who are linking what is left. */
const PATIENCE_MS = 100

/**
 * Links what waits to be linked, and folds its incidents anew; what other processes are linking is waited for. Only
 * documents that share a block with a waiting one, or an incident, or a judgement, are looked at. A transaction covers
 * whole neighbourhoods, so the record is never seen half linked.
 */
export const relink = async (store: Store, options: RelinkOptions): Promise<void> => {
  const total = await countToLink(store.db)
  let left = total
  while (left > 0 && !options.signal?.aborted) {
    const linked = await relinkSome(store, options)
    left = await countToLink(store.db)
    if (linked === 0 && left > 0) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    options.onProgress?.({ phase: 'linking', done: Math.max(0, total - left), total })
  }
}

/** Links the neighbourhoods of some waiting documents that nobody else is linking; returns how many documents that were. */
export const relinkSome = async (store: Store, options: RelinkOptions): Promise<number> => {
  const context = await withOrganisations(store, options.context)
  await tellPlanner(store.db)
  return transactFreely(store.db, async (tx) => {
    const waiting = await takeToLink(tx, options.atOnce ?? AT_ONCE)
    const free = (await lockNeighbourhoodsOf(tx, waiting, context.organisations ?? NO_ORGANISATIONS)).filter(
      ({ taken }) => !taken,
    )
    for (const documents of bundled(free.map((one) => one.documents)))
      await relinkDocuments(tx, documents, { ...options, context })
    return free.reduce((sum, { documents }) => sum + documents.length, 0)
  })
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
  await unmarkToLink(tx, documents)
  const before = await linksOfDocuments(tx, documents)
  const evidence = await loadEvidence(tx, documents)
  const { links, incidents, added } = await foldWithFreeCodes(tx, evidence, options.context)
  if ((await insertCodes(tx, added)) < added.length) throw new Collision('giving a code')
  await replaceLinks(tx, documents, links)
  const claims = new Map<string, Claim>(evidence.claims.map((claim) => [claim.id, claim]))
  const texts = new Map<string, DocumentText>((evidence.documents ?? []).map((one) => [one.document.id, one]))
  const words = (incident: Incident) => incidentWords(incident, claims, texts)
  await replaceIncidents(tx, [...new Set(before.map(({ incident }) => incident))], incidents, options.importId, words)
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
