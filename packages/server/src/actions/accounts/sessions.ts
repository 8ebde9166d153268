import type { Store } from '../../store/open-store.ts'
import { type Session, sessionsOf } from '../../store/queries/credentials.ts'

/** Where a person is signed in, the newest first. */
export const listSessions = (store: Store, person: string): Promise<readonly Session[]> => sessionsOf(store.db, person)
