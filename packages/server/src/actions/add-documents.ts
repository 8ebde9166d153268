import type { CopyRelation } from '@sijil/core/model/copy.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { dedupe } from '@sijil/core/stages/dedupe/dedupe.js'
import type { DocumentRead } from '../jobs/read-batch.ts'
import type { Db } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { insertClaimPlaces, insertClaims, setReadings } from '../store/queries/claims.ts'
import { insertCopies, insertPassages } from '../store/queries/copies.ts'
import { insertDocuments, knownDocuments, latestAtUrls, loadDocuments } from '../store/queries/documents.ts'
import { documentsSharing, insertFingerprints } from '../store/queries/fingerprints.ts'
import { insertBlocks, markToLink } from '../store/queries/linking.ts'

/** What adding documents changed. */
export interface Added {
  /** Those that were not there before. */
  readonly added: readonly DocumentRead[]
  /** Of these, those that copy an earlier one. */
  readonly copied: ReadonlySet<DocumentId>
  /** Each new document and the digest of all that was read in it. */
  readonly digests: Readonly<Record<string, string>>
}

/** Adds documents with everything that was read in them; those that are there already stay as they are. */
export const addDocuments = async (db: Db, read: readonly DocumentRead[], context: Context): Promise<Added> => {
  const known = await knownDocuments(
    db,
    read.map(({ document }) => document.id),
  )
  const added = await withPredecessors(
    db,
    read.filter(({ document }) => !known.has(document.id)),
  )
  if (added.length === 0) return { added, copied: new Set(), digests: {} }
  await insertDocuments(db, added)
  await addClaims(db, added, context)
  const copies = await addCopies(db, added, context)
  const ids = new Set(added.map(({ document }) => document.id))
  // A new document may show an older one to be its copy: that one's place in the record changes too.
  await markToLink(db, [...new Set([...ids, ...copies.map(({ document }) => document)])])
  return {
    added,
    copied: new Set(copies.map(({ document }) => document).filter((id) => ids.has(id))),
    digests: Object.fromEntries(added.map((one) => [one.document.id, digestOf(one)])),
  }
}

/** A changed page at one address replaces the one that was read there before. */
const withPredecessors = async (db: Db, documents: readonly DocumentRead[]): Promise<readonly DocumentRead[]> => {
  const urls = documents.flatMap(({ document }) => document.url ?? [])
  const latest = new Map(await latestAtUrls(db, urls))
  return documents.map((one) => {
    const { url, id } = one.document
    if (url === null) return one
    const before = latest.get(url)
    latest.set(url, id)
    return before === undefined ? one : { ...one, document: { ...one.document, supersedes: before } }
  })
}

const addClaims = async (db: Db, documents: readonly DocumentRead[], context: Context): Promise<void> => {
  const claims = documents.flatMap((one) => one.claims)
  await insertClaims(db, claims)
  await insertClaimPlaces(
    db,
    context.gazetteer.version,
    documents.flatMap(({ places }) => places),
  )
  await setReadings(
    db,
    documents.map(({ document, maker }) => ({ document: document.id, maker })),
  )
  await insertBlocks(
    db,
    documents.map(({ document, blocks }) => ({ document: document.id, keys: blocks })),
  )
}

/** With so many stored documents, the likest, a new one is compared at most. */
const MOST_CANDIDATES = 12

const addCopies = async (
  db: Db,
  documents: readonly DocumentRead[],
  context: Context,
): Promise<readonly CopyRelation[]> => {
  const prints = documents.map(({ document, fingerprint }) => ({ document: document.id, hashes: fingerprint }))
  const candidates = await loadDocuments(db, await documentsSharing(db, prints, MOST_CANDIDATES))
  await insertFingerprints(db, prints)
  const { copies, passages } = dedupe.run({ documents: [...candidates, ...documents] }, context)
  const ids = new Set(documents.map(({ document }) => document.id))
  const isNew = (one: { readonly document: DocumentId; readonly of: DocumentId }) =>
    ids.has(one.document) || ids.has(one.of)
  await insertCopies(db, copies.filter(isNew))
  await insertPassages(db, passages.filter(isNew))
  return copies.filter(isNew)
}
