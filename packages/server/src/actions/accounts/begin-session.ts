import { randomUUID } from 'node:crypto'
import type { Db } from '../../store/database.ts'
import { insertSession } from '../../store/queries/credentials.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

/** Where a session was begun: for people to tell their sessions apart. */
export interface SessionOrigin {
  readonly address: string
  readonly agent: string
}

/** How long a session lasts. */
export const SESSION_MS = 14 * 24 * 60 * 60_000

/** Begins a session under a secret made here and now, whatever the browser sent before; gives the secret, which is kept nowhere. */
export const beginSession = async (db: Db, person: string, { address, agent }: SessionOrigin): Promise<string> => {
  const secret = newSecret()
  await insertSession(db, {
    id: randomUUID(),
    hash: hashOfSecret(secret),
    person_id: person,
    expires_at: new Date(Date.now() + SESSION_MS).toISOString(),
    address,
    agent: agent.slice(0, 200),
  })
  return secret
}
