import type { DocumentId } from './document.ts'

/**
 * How a document's words relate to an earlier document's: the same words · the same words with other clutter · a cut ·
 * the original and more · a passage within words of its own · the same report told in other words.
 */
export const COPY_KINDS = ['identical', 'reprint', 'abridged', 'expanded', 'quotes', 'reworded'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

export interface CopyRelation {
  readonly document: DocumentId
  readonly of: DocumentId
  readonly relation: CopyKind
  /** Share of this document's shingles that stand in the other, 0 to 1. */
  readonly containment: number
  /** Why this one is the copy and not the other way round. */
  readonly why: string
}
