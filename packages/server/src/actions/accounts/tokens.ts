import { randomUUID } from 'node:crypto'
import type { TokenScope } from '@sijil/core/contract/api/role.js'
import { noSuchThing } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { endToken as end, insertToken, type Token, tokensOf } from '../../store/queries/credentials.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

export interface NewToken {
  readonly person: string
  readonly name: string
  readonly scope: TokenScope
  readonly days: number
}

/** A person's tokens, the newest first. */
export const listTokens = (store: Store, person: string): Promise<readonly Token[]> => tokensOf(store.db, person)

/** Makes a token; its secret is given here and kept nowhere. */
export const makeToken = async (
  store: Store,
  { person, name, scope, days }: NewToken,
): Promise<{ readonly token: Token; readonly secret: string }> =>
  transact(store.db, 'accounts', async (tx) => {
    const secret = newSecret()
    const id = randomUUID()
    const expires_at = new Date(Date.now() + days * 24 * 60 * 60_000).toISOString()
    await insertToken(tx, { id, hash: hashOfSecret(secret), person_id: person, name, scope, expires_at })
    await appendLog(tx, 'account', { act: 'make-token', person, token: id, scope, by: person })
    const token = (await tokensOf(tx, person)).find((one) => one.id === id)
    if (token === undefined) throw noSuchThing('token')
    return { token, secret }
  })

/** Ends one of a person's tokens. Throws a Problem when there is none of that id. */
export const endToken = async (store: Store, person: string, id: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    if (!(await end(tx, person, id))) throw noSuchThing('token')
    await appendLog(tx, 'account', { act: 'end-token', person, token: id, by: person })
  })
