import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { type DocumentRecord, toDocumentRecord } from '@sijil/core/contract/document-record.js'
import type { CopyRelation } from '@sijil/core/model/copy.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import { noSuchThing } from '../problems/access.ts'
import type { Store } from '../store/open-store.ts'
import { claimsShown } from '../store/queries/claims.ts'
import { copiesAround, copiesOf } from '../store/queries/copies.ts'
import { documentNames, loadDocuments } from '../store/queries/documents.ts'
import { recordsOfClaims } from './find-claims.ts'

/** A document with its words and the claims read in it; those that somebody rejected too, said to be so. */
export interface ShownDocument {
  readonly record: DocumentRecord
  readonly text: DocumentText
  readonly claims: readonly ClaimRecord[]
}

/** One document by its content id. Throws a Problem when there is none. */
export const showDocument = async (store: Store, id: string): Promise<ShownDocument> => {
  const [text] = await loadDocuments(store.db, [id])
  if (text === undefined) throw noSuchThing('document')
  const { document } = text
  const claims = await claimsShown(store.db, [id])
  const strongest = (await copiesOf(store.db, [id])).toSorted((a, b) => b.containment - a.containment).at(0)
  const names = await documentNames(store.db, strongest === undefined ? [] : [strongest.of])
  const copy = strongest === undefined ? null : { relation: strongest, of: names.get(strongest.of) ?? strongest.of }
  return {
    record: toDocumentRecord(document, { claims: claims.filter(({ rejected }) => !rejected).length, copy }),
    text,
    claims: await recordsOfClaims(
      store,
      claims.map(({ claim, rejected }) => ({ claim, doc: document.doc, rejected })),
    ),
  }
}

/** A copy relation with the names of both documents. */
export interface NamedCopy {
  readonly relation: CopyRelation
  readonly doc: string
  readonly of: string
}

/** What a document copies, and what copies it. Throws a Problem when there is no such document. */
export const copiesOfDocument = async (store: Store, id: string): Promise<readonly NamedCopy[]> => {
  const copies = await copiesAround(store.db, id)
  const names = await documentNames(store.db, [id, ...copies.flatMap(({ document, of }) => [document, of])])
  const nameOf = (one: DocumentId) => names.get(one) ?? one
  if (!names.has(id as DocumentId)) throw noSuchThing('document')
  return copies.map((relation) => ({ relation, doc: nameOf(relation.document), of: nameOf(relation.of) }))
}
