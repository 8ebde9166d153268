import type { Claim } from '@sijil/core/model/claim.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import { groupBy } from '@sijil/core/model/group-by.js'
import type { ClaimPlaces } from '@sijil/core/model/place.js'
import type { DocumentText, RawItem, Refusal } from '@sijil/core/pipeline/layers.js'
import { makePipeline } from '@sijil/core/pipeline/pipeline.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { READING_STAGES } from '@sijil/core/pipeline/stages.js'
import { fingerprintOf } from '@sijil/core/stages/dedupe/fingerprint.js'
import { extractStage } from '@sijil/core/stages/extract/index.js'
import { ingest } from '@sijil/core/stages/ingest/ingest.js'
import { blocksOf } from '@sijil/core/stages/link/blocks.js'
import { messageOf } from '../error-facts.ts'

/** Bytes to be read, and their SHA-256. */
export interface HashedItem {
  readonly item: RawItem
  readonly sha256: string
}

/** What came of one item: the documents it gave and what of it could not be read. */
export interface ItemRead {
  readonly name: string
  readonly sha256: string
  readonly documents: readonly DocumentId[]
  readonly refusals: readonly Refusal[]
}

/** A document as far as it can be read by itself. */
export interface DocumentRead extends DocumentText {
  /** The stage that read its claims, at its version. */
  readonly maker: string
  readonly claims: readonly Claim[]
  readonly places: readonly ClaimPlaces[]
  readonly fingerprint: readonly number[]
  /** Keys of what its claims may be linked with. */
  readonly blocks: readonly string[]
}

/** What came of a batch: plain values, so that they can pass between threads. */
export interface BatchRead {
  readonly items: readonly ItemRead[]
  readonly documents: readonly DocumentRead[]
}

/** The stage that reads claims, at its version. */
export const MAKER = `${extractStage.name} ${extractStage.version}`

const reading = makePipeline(READING_STAGES, ['documents'])

/** Reads a batch of items, each document by itself: from bytes to claims with their places. Pure. */
export const readBatch = (batch: readonly HashedItem[], context: Context): BatchRead => {
  const ingested = batch.map((one) => ({ ...one, layers: ingest.run({ raw: [one.item] }, context) }))
  const documents = unique(ingested.flatMap(({ layers, sha256 }) => layers.documents.map(keptIn(sha256))))
  const { read, faults } = readDocuments(documents, context)
  return {
    items: ingested.map(({ item, sha256, layers }) => {
      const ids = layers.documents.map(({ document }) => document.id)
      return {
        name: nameOf(item),
        sha256,
        documents: ids.filter((id) => !faults.has(id)),
        refusals: [...layers.refusals, ...ids.flatMap((id) => faults.get(id) ?? [])],
      }
    }),
    documents: read,
  }
}

export interface DocumentsRead {
  readonly read: readonly DocumentRead[]
  readonly faults: ReadonlyMap<DocumentId, Refusal>
}

/** Reads documents together; when a rule fails on one, one by one, so that only that one is refused. */
export const readDocuments = (documents: readonly DocumentText[], context: Context): DocumentsRead => {
  try {
    return { read: readTogether(documents, context), faults: new Map() }
  } catch (error) {
    const [only, ...others] = documents
    if (only !== undefined && others.length === 0)
      return { read: [], faults: new Map([[only.document.id, faultOf(only, error)]]) }
    const apart = documents.map((one) => readDocuments([one], context))
    return { read: apart.flatMap(({ read }) => read), faults: new Map(apart.flatMap(({ faults }) => [...faults])) }
  }
}

const faultOf = ({ document }: DocumentText, error: unknown): Refusal => ({
  name: document.doc,
  at: null,
  code: 'fault',
  text: `Sijil itself failed on it (${messageOf(error)}): please report this with the document; a newer version may read it`,
})

const readTogether = (documents: readonly DocumentText[], context: Context): readonly DocumentRead[] => {
  const layers = reading.run({ documents }, context)
  const claims = groupBy(layers.claims ?? [], ({ document }) => document)
  const places = new Map((layers.places ?? []).map((one) => [one.claim, one]))
  return (layers.documents ?? documents).map((one) => documentRead(one, claims.get(one.document.id) ?? [], places))
}

/** The name in the ledger: a part of a container is named after its first line too. */
export const nameOf = (item: RawItem): string =>
  item.part === undefined || item.part.firstLine <= 1 ? item.name : `${item.name}:${item.part.firstLine}`

const documentRead = (
  one: DocumentText,
  claims: readonly Claim[],
  places: ReadonlyMap<string, ClaimPlaces>,
): DocumentRead => ({
  document: one.document,
  text: one.text,
  maker: MAKER,
  claims,
  places: claims.flatMap((claim) => places.get(claim.id) ?? []),
  fingerprint: fingerprintOf(one.text.content, one.document.zones),
  blocks: [...new Set(claims.flatMap((claim) => blocksOf(claim, places.get(claim.id))))],
})

/** The bytes that are kept are those of the whole item; a record of a file of records is found in them. */
const keptIn =
  (sha256: string) =>
  ({ document, text }: DocumentText): DocumentText => ({ document: { ...document, rawSha256: sha256 }, text })

const unique = (documents: readonly DocumentText[]): readonly DocumentText[] => [
  ...new Map(documents.map((one) => [one.document.id, one])).values(),
]
