import { openStore, type Store, type StoreOptions } from '../store/open-store.ts'

export type { Store, StoreOptions } from '../store/open-store.ts'

/** Opens the store, uses it and closes it, whatever happens. Errors of the database and the disk come out as Problems. */
export const withStore = async <T>(options: StoreOptions, use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(options)
  try {
    return await use(store)
  } catch (error) {
    throw await store.explain(error)
  } finally {
    await store.close()
  }
}
