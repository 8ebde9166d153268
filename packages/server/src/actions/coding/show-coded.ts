import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { Claim } from '@sijil/core/model/claim.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Store } from '../../store/open-store.ts'
import { claimsAsRead } from '../../store/queries/claims.ts'
import { showDocument } from '../show-document.ts'

/** A document as the machine read it: without whatever people decided. */
export interface CodedDocument {
  readonly document: DocumentRecord
  readonly text: DocumentText
  readonly claims: readonly Claim[]
}

/** Throws a Problem when there is no such document. */
export const showCoded = async (store: Store, id: string): Promise<CodedDocument> => {
  const { record, text } = await showDocument(store, id)
  const claims = await claimsAsRead(store.db, [id], { persons: false })
  return { document: { ...record, claims: claims.length }, text, claims }
}
