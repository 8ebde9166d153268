import type { DocumentFilter, DocumentSort } from '@sijil/core/contract/document-filter.js'
import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import type { Store } from '../store/open-store.ts'
import { findDocuments } from './find-documents.ts'
import { everyPage } from './page.ts'

const PAGE = 200

/** All documents that a filter leaves, as they came unless another order is asked for. */
export const listDocuments = (
  store: Store,
  filter: DocumentFilter = {},
  sort: DocumentSort = 'oldest',
): AsyncGenerator<DocumentRecord> => everyPage((page) => findDocuments(store, filter, { ...page, sort }), PAGE)
