import type { OutletRecord } from '@sijil/core/contract/api/routes/documents.js'
import type { Store } from '../store/open-store.ts'
import { outletsOfDocuments } from '../store/queries/documents.ts'

/** Who published the documents, those with the most documents first. */
export const listOutlets = (store: Store): Promise<readonly OutletRecord[]> => outletsOfDocuments(store.db)
