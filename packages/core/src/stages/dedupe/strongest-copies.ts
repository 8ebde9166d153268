import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentId } from '../../model/document.ts'

/**
 * Of the documents that one copies whole, only the likest is named, the earliest of equals; quotations are named only of
 * documents that copy none whole. Takes the relations of all pairs in any order, and needs all those of a document at
 * once: what is best is known only when everything has come. `orderOf` gives a document's place in time (`documentOrder`).
 */
export const strongestCopies = (
  relations: readonly CopyRelation[],
  orderOf: (document: DocumentId) => string,
): readonly CopyRelation[] => {
  const ordered = relations
    .map((relation) => ({ relation, key: `${orderOf(relation.document)}\0\0${orderOf(relation.of)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ relation }) => relation)
  const best = new Map<DocumentId, CopyRelation>()
  for (const relation of ordered) {
    if (relation.relation === 'quotes') continue
    const known = best.get(relation.document)
    if (known === undefined || likeness(relation) > likeness(known)) best.set(relation.document, relation)
  }
  const quotes = ordered.filter((one) => one.relation === 'quotes' && !best.has(one.document))
  return [...best.values(), ...quotes]
}

/** In steps, so that the earliest of nearly equal originals wins: reprints stand around it like a star, never in a chain. */
const likeness = ({ relation, containment }: CopyRelation): number =>
  (relation === 'reworded' ? 0 : 2) + Math.round(containment * 20) / 20
