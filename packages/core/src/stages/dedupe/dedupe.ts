import type { DocumentId } from '../../model/document.ts'
import type { DocumentText } from '../../pipeline/layers.ts'
import type { Stage } from '../../pipeline/stage.ts'
import { candidatePairs } from './candidate-pairs.ts'
import { compareDocuments } from './compare-documents.ts'
import { documentOrder } from './document-order.ts'
import { fingerprintOf } from './fingerprint.ts'
import { strongestCopies } from './strongest-copies.ts'

/**
 * Tells which documents are copies of which, and which passages they share. Every relation stands between two documents
 * that were compared word by word; nothing is concluded over a third, so that one round-up never ties two stories.
 */
export const dedupe: Stage<'documents', 'copies' | 'passages'> = {
  name: 'dedupe',
  version: '2',
  needs: ['documents'],
  adds: ['copies', 'passages'],
  run: ({ documents }, context) => {
    const ordered = inOrder(documents)
    const { copies, passages } = compareDocuments(pairsOf(ordered), context)
    const orders = new Map(ordered.map(({ document }) => [document.id, documentOrder(document)]))
    return { copies: strongestCopies(copies, (id: DocumentId) => orders.get(id) ?? id), passages }
  },
}

const inOrder = (documents: readonly DocumentText[]): readonly DocumentText[] =>
  documents
    .map((one) => ({ one, key: documentOrder(one.document) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one)

const pairsOf = (documents: readonly DocumentText[]): readonly (readonly [DocumentText, DocumentText])[] => {
  const prints = documents.map(({ document, text }) => ({
    id: document.id,
    hashes: fingerprintOf(text.content, document.zones),
  }))
  return candidatePairs(prints).flatMap(([a, b]) => {
    const [one, other] = [documents[a], documents[b]]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}
