import type { Db } from '../../store/database.ts'
import { insertCeremony, type TakenCeremony, takeCeremony } from '../../store/queries/ceremonies.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

export type CeremonyKind = 'passkey-add' | 'passkey-show' | 'provider'

const MINUTES = 5

/** Begins something that a second request ends; gives the secret by which that one names it. */
export const beginCeremony = async (
  db: Db,
  kind: CeremonyKind,
  person: string | null,
  body: object,
  secret: string = newSecret(),
): Promise<string> => {
  await insertCeremony(db, { hash: hashOfSecret(secret), kind, person, body, minutes: MINUTES })
  return secret
}

/** Ends it: good once, and not for long. Null for a secret that is none. */
export const endCeremony = (db: Db, kind: CeremonyKind, secret: string): Promise<TakenCeremony | null> =>
  takeCeremony(db, hashOfSecret(secret), kind)
