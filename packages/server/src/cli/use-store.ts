import type { Command } from 'commander'
import type { Store } from '../actions/with-store.ts'
import type { Cli } from './io.ts'

/** Opens the store that `--data`, SIJIL_DATA or DATABASE_URL name, uses it and closes it. */
export const useStore = async <T>(command: Command, { io }: Cli, use: (store: Store) => Promise<T>): Promise<T> => {
  // Commands load what they use when they run: `--help` must not wait for a database driver or a language model.
  const { withStore } = await import('../actions/with-store.ts')
  const { data } = command.optsWithGlobals<{ readonly data?: string }>()
  return withStore({ data: data ?? io.env.SIJIL_DATA ?? null, databaseUrl: io.env.DATABASE_URL || null }, use)
}
