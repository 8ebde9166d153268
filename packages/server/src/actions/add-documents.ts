import type { CopyRelation } from '@sijil/core/model/copy.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { compareDocuments } from '@sijil/core/stages/dedupe/compare-documents.js'
import { fingerprintOf } from '@sijil/core/stages/dedupe/fingerprint.js'
import type { DocumentRead } from '../jobs/read-batch.ts'
import type { Db } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { replaceSpots } from '../store/queries/claim-spots.ts'
import { insertClaimPlaces, insertClaims, setReadings } from '../store/queries/claims.ts'
import { deleteTiesBut, insertCopies, insertPassages, tiedDocuments } from '../store/queries/copies.ts'
import { insertDocuments, knownDocuments, latestAtUrls, loadDocuments } from '../store/queries/documents.ts'
import { insertFingerprints } from '../store/queries/fingerprints.ts'
import { insertBlocks, markToLink } from '../store/queries/linking.ts'
import { documentsSharing, type Sharing } from './documents-sharing.ts'

/** What adding documents changed. */
export interface Added {
  /** Those that were not there before. */
  readonly added: readonly DocumentRead[]
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
  if (added.length === 0) return { added, digests: {} }
  await insertDocuments(db, added)
  await addClaims(db, added, context)
  const { copies, untied } = await addCopies(db, added, context)
  const ids = added.map(({ document }) => document.id)
  // A new document may show an older one to be its copy: that one's place in the record changes too.
  await markToLink(db, [...new Set([...ids, ...copies.map(({ document }) => document), ...untied])])
  return {
    added,
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
  const places = documents.flatMap((one) => one.places)
  await insertClaimPlaces(db, context.gazetteer.version, places)
  await replaceSpots(db, claims, places)
  await setReadings(
    db,
    documents.map(({ document, maker }) => ({ document: document.id, maker })),
  )
  await insertBlocks(
    db,
    documents.map(({ document, blocks }) => ({ document: document.id, keys: blocks })),
  )
}

/** What new documents changed of which documents repeat which. */
interface Related {
  readonly copies: readonly CopyRelation[]
  /** Documents whose ties to others fell away: too many share their words by now. */
  readonly untied: readonly string[]
}

/** Compares new documents, and only them, with what is stored and with one another. Stored ones are not compared again. */
const addCopies = async (db: Db, documents: readonly DocumentRead[], context: Context): Promise<Related> => {
  const prints = documents.map(({ document, fingerprint }) => ({ document: document.id, hashes: fingerprint }))
  await insertFingerprints(db, prints)
  const { pairs, shutOut } = await documentsSharing(db, prints)
  const { copies, passages } = compareDocuments(await textsOf(db, documents, pairs), context)
  await insertCopies(db, copies)
  await insertPassages(db, passages)
  return { copies, untied: await untie(db, shutOut) }
}

/** Takes back the ties of documents that words no longer lead to; returns whose ties they were. */
const untie = async (db: Db, shutOut: readonly string[]): Promise<readonly string[]> => {
  const tied = await tiedDocuments(db, shutOut)
  if (tied.length === 0) return []
  const prints = (await loadDocuments(db, tied)).map(({ document, text }) => ({
    document: document.id,
    hashes: fingerprintOf(text.content, document.zones),
  }))
  const { pairs } = await documentsSharing(db, prints)
  return deleteTiesBut(db, tied, pairs)
}

const textsOf = async (
  db: Db,
  documents: readonly DocumentRead[],
  pairs: Sharing['pairs'],
): Promise<readonly (readonly [DocumentText, DocumentText])[]> => {
  const known = new Map<string, DocumentText>(documents.map((one) => [one.document.id, one]))
  const stored = [...new Set(pairs.flat())].filter((id) => !known.has(id))
  for (const one of await loadDocuments(db, stored)) known.set(one.document.id, one)
  return pairs.flatMap(([one, other]) => {
    const [left, right] = [known.get(one), known.get(other)]
    return left === undefined || right === undefined ? [] : [[left, right] as const]
  })
}
