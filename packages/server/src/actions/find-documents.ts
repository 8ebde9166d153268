import type { DocumentFilter, DocumentSort } from '@sijil/core/contract/document-filter.js'
import { type DocumentRecord, toDocumentRecord } from '@sijil/core/contract/document-record.js'
import type { Page } from '@sijil/core/contract/page.js'
import type { CopyRelation } from '@sijil/core/model/copy.js'
import type { Store } from '../store/open-store.ts'
import { copiesOf } from '../store/queries/copies.ts'
import { documentNames } from '../store/queries/documents.ts'
import { countDocumentsWanted, type FoundDocument, pageOfDocuments } from '../store/queries/page-of-documents.ts'
import { deskVersion } from './desk-documents.ts'
import { pageOf, type SortedPage } from './page.ts'
import { placesWanted } from './places-wanted.ts'

/** A page of the documents that a filter leaves, as they came unless another order is asked for, each with what it copies most. */
export const findDocuments = async (
  store: Store,
  filter: DocumentFilter,
  page: SortedPage<DocumentSort> = {},
): Promise<Page<DocumentRecord>> => {
  const wanted = await placesWanted(store, filter)
  return pageOf(
    {
      sort: 'oldest',
      rows: (at) => pageOfDocuments(store.db, wanted, at),
      count: () => countDocumentsWanted(store.db, wanted),
      items: (rows) => recordsOf(store, rows),
    },
    page,
  )
}

const recordsOf = async (store: Store, rows: readonly FoundDocument[]): Promise<readonly DocumentRecord[]> => {
  const strongest = await strongestCopies(
    store,
    rows.map(({ document }) => document.id),
  )
  return rows.map(({ document, claims, desk }) =>
    toDocumentRecord(document, {
      claims,
      copy: strongest.get(document.id) ?? null,
      desk: { ...desk, version: deskVersion(document.id, { ...desk, assignee: desk.assignee?.id ?? null }) },
    }),
  )
}

interface Strongest {
  readonly relation: CopyRelation
  readonly of: string
}

const strongestCopies = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Strongest>> => {
  const copies = await copiesOf(store.db, ids)
  const names = await documentNames(
    store.db,
    copies.map(({ of }) => of),
  )
  const strongest = new Map<string, Strongest>()
  for (const relation of copies) {
    const known = strongest.get(relation.document)
    if (known === undefined || known.relation.containment < relation.containment)
      strongest.set(relation.document, { relation, of: names.get(relation.of) ?? relation.of })
  }
  return strongest
}
