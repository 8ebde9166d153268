import { type Asked, asksForNames } from '../actions/protection/asks-for-names.ts'
import type { Protection } from './call.ts'
import type { ServerContext } from './server-context.ts'

/** A page on which nothing stands; the same as any other that nothing was found for. */
export const nothing = (total: boolean) => ({ items: [], next: null, total: total ? { count: 0, exact: true } : null })

/** Whether whoever asks must find nothing, because they ask for names that they may not see. */
export const findsNothing = async (server: ServerContext, protection: Protection, filter: Asked): Promise<boolean> =>
  !protection.shown && (await asksForNames(server.store, server.names, filter))
