import type { DocumentRecord } from '@sijil/core/contract/document-record.js'

export interface DocumentRow {
  readonly document: DocumentRecord
  /** 0 for an original, 1 for a copy shown under it. */
  readonly depth: 0 | 1
  readonly copies: number
}

/** Documents in their order, each copy moved under the document that it copies where that one is in the list too. */
export const foldCopies = (documents: readonly DocumentRecord[]): readonly DocumentRow[] => {
  const listed = new Map(documents.map((document) => [document.id, document]))
  const rootOf = (document: DocumentRecord, seen = new Set<string>()): DocumentRecord => {
    const of = document.copy === null ? undefined : listed.get(document.copy.ofDocument)
    if (of === undefined || seen.has(of.id)) return document
    return rootOf(of, seen.add(of.id))
  }
  const copies = new Map<string, DocumentRecord[]>()
  for (const document of documents) {
    const root = rootOf(document)
    if (root.id !== document.id) copies.set(root.id, [...(copies.get(root.id) ?? []), document])
  }
  const folded = new Set([...copies.values()].flat().map((document) => document.id))
  return documents
    .filter((document) => !folded.has(document.id))
    .flatMap((document): DocumentRow[] => {
      const under = copies.get(document.id) ?? []
      return [
        { document, depth: 0, copies: under.length },
        ...under.map((copy): DocumentRow => ({ document: copy, depth: 1, copies: 0 })),
      ]
    })
}
