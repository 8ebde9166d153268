import type { Store } from '../store/open-store.ts'
import { listImports as all, type ImportWithCounts } from '../store/queries/imports.ts'

/** Every run of an import, with how many of its inputs had which outcome. */
export const listImports = (store: Store): Promise<readonly ImportWithCounts[]> => all(store.db)
