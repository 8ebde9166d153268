import { randomUUID } from 'node:crypto'
import type { PersonRecord } from '@sijil/core/contract/api/routes/accounts.js'
import { stateVersion } from '@sijil/core/contract/versions.js'
import { alreadyThere, lastOwner, noSuchThing } from '../../problems/access.ts'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { allCollections } from '../../store/queries/collections.ts'
import { endSessions, endTokens, insertInvitation } from '../../store/queries/credentials.ts'
import { identitiesOf } from '../../store/queries/identities.ts'
import { appendLog } from '../../store/queries/log.ts'
import {
  allPeople,
  type Grant,
  grantsOf,
  insertPerson,
  type Person,
  personByEmail,
  personById,
  replaceGrants,
  updatePerson,
} from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { expectVersion } from '../keep-review.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

/** Somebody new, and what they may do. */
export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** What changes about somebody; what is left out stays. */
export interface PersonChange {
  readonly name?: string | undefined
  readonly grants?: readonly Grant[] | undefined
  readonly disabled?: boolean | undefined
  /** The version of the account that was seen. */
  readonly sees?: string | undefined
}

/** An account, and the secret of the link by which its person chooses a password. */
export interface Invited {
  readonly person: PersonRecord
  readonly secret: string
}

/** Everybody with an account. */
export const listPeople = async (store: Store): Promise<readonly PersonRecord[]> =>
  Promise.all((await allPeople(store.db)).map((person) => recordOf(store.db, person)))

/** Makes an account. Throws a Problem when there is one of that e-mail, or a collection is not there. */
export const addPerson = async (store: Store, { email, name, grants }: NewPerson, by: string): Promise<Invited> =>
  transact(store.db, 'accounts', async (tx) => {
    const id = randomUUID()
    if ((await personByEmail(tx, email.toLowerCase())) !== undefined) throw alreadyThere('an account of that e-mail')
    await insertPerson(tx, { id, email: email.toLowerCase(), name, password_hash: null })
    await grant(tx, id, grants)
    const secret = await newLink(tx, id)
    await appendLog(tx, 'account', { act: 'add', person: id, grants, by })
    return { person: await personRecord(tx, id), secret }
  })

/** Makes a new link; earlier ones stay good until one of them is used. Throws a Problem when there is no such account. */
export const invitePerson = async (store: Store, id: string, by: string): Promise<Invited> =>
  transact(store.db, 'accounts', async (tx) => {
    const person = await personRecord(tx, id)
    const secret = await newLink(tx, id)
    await appendLog(tx, 'account', { act: 'invite', person: id, by })
    return { person, secret }
  })

/**
 * Changes an account. Throws a Problem when there is none, when another version stands than was seen, and for whatever
 * would leave nobody in charge.
 */
export const changePerson = async (
  store: Store,
  id: string,
  { sees, ...change }: PersonChange,
  by: string,
): Promise<PersonRecord> =>
  transact(store.db, 'accounts', async (tx) => {
    const { owner, version } = await personRecord(tx, id)
    expectVersion('the account', { sees }, version, [])
    if (owner && (change.grants !== undefined || change.disabled === true)) throw lastOwner()
    if (change.name !== undefined) await updatePerson(tx, id, { name: change.name })
    if (change.grants !== undefined) await grant(tx, id, change.grants)
    if (change.disabled !== undefined) await disable(tx, id, change.disabled)
    await appendLog(tx, 'account', { act: 'change', person: id, ...change, by })
    return personRecord(tx, id)
  })

const disable = async (tx: Db, id: string, disabled: boolean): Promise<void> => {
  await updatePerson(tx, id, { disabled_at: disabled ? new Date().toISOString() : null })
  if (!disabled) return
  await endSessions(tx, id, null)
  await endTokens(tx, id)
}

const grant = async (tx: Db, person: string, grants: readonly Grant[]): Promise<void> => {
  const known = new Set((await allCollections(tx)).map(({ id }) => id))
  if (grants.some(({ collection }) => collection !== null && !known.has(collection))) throw noSuchThing('collection')
  // One role a collection: the last one named.
  await replaceGrants(tx, person, [...new Map(grants.map((one) => [one.collection, one])).values()])
}

const LINK_MS = 3 * 24 * 60 * 60_000

const newLink = async (tx: Db, person: string): Promise<string> => {
  const secret = newSecret()
  await insertInvitation(tx, hashOfSecret(secret), person, new Date(Date.now() + LINK_MS).toISOString())
  return secret
}

const personRecord = async (db: Db, id: string): Promise<PersonRecord> => {
  const person = await personById(db, id)
  if (person === undefined) throw noSuchThing('account')
  return recordOf(db, person)
}

const recordOf = async (db: Db, person: Person): Promise<PersonRecord> => {
  const { id, name, email, is_owner: owner, totp_on: totp } = person
  const disabled = person.disabled_at !== null
  const grants = [...(await grantsOf(db, id))]
  const joined = person.password_hash !== null || (await identitiesOf(db, id)).length > 0
  // What its person does about it is no admin's to lose.
  const version = stateVersion('account', [id, name, disabled, grants])
  return { id, email, name, owner, disabled, joined, totp, grants, version }
}
