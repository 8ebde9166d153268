import type { Refusal } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { codeOf, messageOf } from '../error-facts.ts'
import type { BatchRead, HashedItem, ItemRead } from '../jobs/read-batch.ts'
import { nameOf } from '../jobs/read-batch.ts'
import type { Db } from '../store/database.ts'
import { tellPlanner } from '../store/maintain.ts'
import type { Store } from '../store/open-store.ts'
import { addToCollection } from '../store/queries/collections.ts'
import { documentsOfItems, type ItemOutcome, insertItems } from '../store/queries/imports.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertRaws } from '../store/queries/raws.ts'
import { transact, transactFreely } from '../store/transact.ts'
import { type Added, addDocuments } from './add-documents.ts'

/** A batch that was read, to be stored. */
export interface BatchToStore {
  readonly importId: number
  /** The collection that the documents go into; null = nobody said, which is the first one. */
  readonly collection: number | null
  /** Items that are new to the store, and what came of them. */
  readonly fresh: readonly HashedItem[]
  readonly read: BatchRead
  /** Items that were read in an earlier run, and how many documents they gave. */
  readonly known: readonly (HashedItem & { readonly documents: number })[]
  /** Paths that could not be read at all. */
  readonly refusals: readonly Refusal[]
  /** What must hold if and only if the batch is stored. */
  readonly also?: (tx: Db) => Promise<void>
}

export interface BatchStored {
  readonly new: number
  readonly known: number
  readonly claims: number
  readonly refusals: readonly Refusal[]
}

/**
 * Stores a batch in one transaction: all of it or nothing. If the database cannot hold something in it, the documents are
 * stored one by one, and only the one at fault is refused.
 */
export const storeBatch = async (store: Store, batch: BatchToStore, context: Context): Promise<BatchStored> => {
  const gave = new Set(batch.read.items.filter(({ documents }) => documents.length > 0).map(({ sha256 }) => sha256))
  const kept = batch.fresh.filter(({ sha256 }) => gave.has(sha256))
  await Promise.all(kept.map(({ sha256, item }) => store.raw.write(sha256, item.bytes)))
  try {
    const stored = await transact(store.db, 'ingest', (tx) => addBatch(tx, batch, context))
    if (stored.new > 0) await tellPlanner(store.db)
    return stored
  } catch (error) {
    if (!isDataFault(error)) throw error
    return batch.read.documents.length > 1
      ? await oneByOne(store, batch, context)
      : await refuseAll(store, batch, error)
  }
}

/** Notes in the ledger what could not be opened. */
export const storeRefusals = async (store: Store, importId: number, refusals: readonly Refusal[]): Promise<void> => {
  const batch = { importId, collection: null, fresh: [], known: [], read: NOTHING, refusals }
  await transact(store.db, 'ingest', (tx) => addItems(tx, batch, NONE_ADDED))
}

/** Classes 22 (a value that cannot be held) and 54 (a limit of the database). */
const isDataFault = (error: unknown): boolean => /^(22|54)/.test(codeOf(error) ?? '')

const oneByOne = async (store: Store, batch: BatchToStore, context: Context): Promise<BatchStored> => {
  const { also, ...rest } = batch
  const { read } = rest
  let stored = await storeBatch(store, { ...rest, fresh: [], read: NOTHING }, context)
  for (const item of read.items) {
    const fresh = batch.fresh.filter((one) => one.sha256 === item.sha256 && nameOf(one.item) === item.name)
    for (const part of partsOf(item, read))
      stored = sum(stored, await storeBatch(store, { ...rest, known: [], refusals: [], fresh, read: part }, context))
  }
  if (also !== undefined) await transactFreely(store.db, also)
  return stored
}

/** An item's documents one by one, then what of it was refused. */
const partsOf = (item: ItemRead, { documents }: BatchRead): readonly BatchRead[] => [
  ...documents
    .filter(({ document }) => item.documents.includes(document.id))
    .map((one) => ({ items: [{ ...item, documents: [one.document.id], refusals: [] }], documents: [one] })),
  { items: [{ ...item, documents: [] }], documents: [] },
]

const NOTHING: BatchRead = { items: [], documents: [] }

const refuseAll = async (store: Store, batch: BatchToStore, error: unknown): Promise<BatchStored> => {
  const text = `it holds something that the store cannot keep (${messageOf(error)}): mend or split it`
  const at = batch.read.documents[0]?.document.doc.slice(0, 100) ?? null
  const items = batch.read.items.map((item) => ({
    ...item,
    documents: [],
    refusals: [...item.refusals, { name: item.name, at: at === item.name ? null : at, code: 'unstorable', text }],
  }))
  return transact(store.db, 'ingest', (tx) => addItems(tx, { ...batch, read: { items, documents: [] } }, NONE_ADDED))
}

const NONE_ADDED: Added = { added: [], digests: {} }

const addBatch = async (tx: Db, batch: BatchToStore, context: Context): Promise<BatchStored> => {
  const gave = new Set(batch.read.documents.map(({ document }) => document.rawSha256))
  await insertRaws(
    tx,
    batch.fresh
      .filter(({ sha256 }) => gave.has(sha256))
      .map(({ sha256, item }) => ({ sha256, length: item.bytes.length })),
  )
  const added = await addDocuments(tx, batch.read.documents, context)
  if (batch.collection !== null) await intoCollection(tx, batch.collection, batch, added)
  const stored = await addItems(tx, batch, added)
  if (added.added.length > 0) await appendLog(tx, 'documents', { import: batch.importId, documents: added.digests })
  return stored
}

/** With the documents themselves, so that nobody sees them before they are where they belong. */
const intoCollection = async (tx: Db, collection: number, batch: BatchToStore, { added }: Added): Promise<void> => {
  const fresh = new Set<string>(added.map(({ document }) => document.id))
  const known = new Set<string>([
    ...batch.read.documents.map(({ document }) => document.id).filter((id) => !fresh.has(id)),
    ...(await documentsOfItems(
      tx,
      batch.known.map(({ item, sha256 }) => ({ name: nameOf(item), sha256 })),
    )),
  ])
  await addToCollection(tx, collection, [...fresh, ...known], known)
}

const addItems = async (tx: Db, batch: BatchToStore, added: Added): Promise<BatchStored> => {
  const fresh = outcomesOf(batch.read.items, added)
  const known = batch.known.map(
    ({ item, sha256, documents }): ItemOutcome => ({ ...BLANK, name: nameOf(item), sha256, documents }),
  )
  const unread = batch.refusals.map((refusal) => refused(refusal, null))
  await insertItems(tx, batch.importId, [...known, ...fresh, ...unread])
  await batch.also?.(tx)
  return {
    new: added.added.length,
    known:
      batch.known.reduce((total, { documents }) => total + documents, 0) +
      fresh.filter(({ outcome }) => outcome === 'known').length,
    claims: added.added.reduce((total, { claims }) => total + claims.length, 0),
    refusals: [...batch.read.items.flatMap(({ refusals }) => refusals), ...batch.refusals],
  }
}

const BLANK = { stage: 'store', outcome: 'known', document: null, at: null, code: null, reason: null } as const

/** One line of the ledger for each document and each refusal. */
const outcomesOf = (items: readonly ItemRead[], { added }: Added): readonly ItemOutcome[] => {
  const fresh = new Set<string>(added.map(({ document }) => document.id))
  return items.flatMap((item) => [
    ...item.documents.map((document): ItemOutcome => {
      const outcome = fresh.delete(document) ? 'new' : 'known'
      return { ...BLANK, name: item.name, sha256: item.sha256, outcome, document, documents: 1 }
    }),
    ...item.refusals.map((refusal) => refused(refusal, item)),
  ])
}

const refused = (refusal: Refusal, item: ItemRead | null): ItemOutcome => ({
  name: item?.name ?? refusal.name,
  sha256: item?.sha256 ?? null,
  stage: 'ingest',
  outcome: 'refused',
  documents: 0,
  document: null,
  at: refusal.at,
  code: refusal.code,
  reason: refusal.text,
})

const sum = (a: BatchStored, b: BatchStored): BatchStored => ({
  new: a.new + b.new,
  known: a.known + b.known,
  claims: a.claims + b.claims,
  refusals: [...a.refusals, ...b.refusals],
})
