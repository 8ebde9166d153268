import type { Command } from 'commander'
import type { Store, StoreOptions } from '../actions/with-store.ts'
import type { Cli } from './io.ts'

/** The store that `--data`, SIJIL_DATA or DATABASE_URL name. */
export const storeOptions = (command: Command, { io }: Cli): StoreOptions => {
  const { data } = command.optsWithGlobals<{ readonly data?: string }>()
  return { data: data ?? (io.env.SIJIL_DATA || null), databaseUrl: io.env.DATABASE_URL || null }
}

/** Opens the store, uses it and closes it. */
export const useStore = async <T>(command: Command, cli: Cli, use: (store: Store) => Promise<T>): Promise<T> => {
  // Commands load what they use when they run: `--help` must not wait for a database driver or a language model.
  const { withStore } = await import('../actions/with-store.ts')
  return withStore(storeOptions(command, cli), use)
}
