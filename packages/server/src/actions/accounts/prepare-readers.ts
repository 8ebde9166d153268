import type { Store } from '../../store/open-store.ts'
import { makeScopedViews } from '../../store/scoped-views.ts'

/** Makes the views that readers of some collections see, over the tables as this version has them. */
export const prepareReaders = (store: Store): Promise<void> => makeScopedViews(store.db)
