import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { alreadyThere, needsName, noSuchThing, passkeyNotTaken, wrongSignIn } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { confirmSession } from '../../store/queries/credentials.ts'
import { appendLog } from '../../store/queries/log.ts'
import {
  deletePasskey,
  insertPasskey,
  type Passkey,
  passkeyById,
  passkeysOf,
  usePasskey,
} from '../../store/queries/passkeys.ts'
import { personById } from '../../store/queries/people.ts'
import { transact } from '../../store/transact.ts'
import { beginSession, type SessionOrigin } from './begin-session.ts'
import { beginCeremony, endCeremony } from './ceremonies.ts'

/** What a browser sends back, and the ceremony that it ends. */
export interface PasskeyAnswer {
  readonly ceremony: string
  readonly credential: { readonly id: string }
  /** The origin of the page that asks; passkeys hold for its host alone. */
  readonly origin: string
}

export interface Challenge {
  readonly ceremony: string
  readonly options: object
}

/** Browsers keep passkeys for names, not for addresses. Throws a Problem for an address. */
const hostOf = (origin: string): string => {
  const { hostname, port } = new URL(origin)
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) throw needsName(port)
  return hostname
}

/** Begins to add a passkey to an account. */
export const startPasskey = async (
  store: Store,
  person: { readonly id: string; readonly name: string; readonly email: string },
  origin: string,
): Promise<Challenge> => {
  const known = await passkeysOf(store.db, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Sijil',
    rpID: hostOf(origin),
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return {
    ceremony: await beginCeremony(store.db, 'passkey-add', person.id, { challenge: options.challenge }),
    options,
  }
}

/** Adds the passkey that the browser made. Throws a Problem where it answers no challenge of this account, or is there. */
export const addPasskey = async (
  store: Store,
  person: string,
  name: string,
  { ceremony, credential, origin }: PasskeyAnswer,
): Promise<Passkey> => {
  const begun = await endCeremony(store.db, 'passkey-add', ceremony)
  if (begun?.person !== person) throw passkeyNotTaken()
  const { registrationInfo } = await verifyRegistrationResponse({
    response: credential as never,
    expectedChallenge: String(begun.body.challenge),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
  }).catch(() => {
    throw passkeyNotTaken()
  })
  if (registrationInfo === undefined) throw passkeyNotTaken()
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return transact(store.db, 'accounts', async (tx) => {
    const public_key = Buffer.from(publicKey).toString('base64url')
    const row = { id, person_id: person, name, public_key, counter, transports: JSON.stringify(transports) }
    if (!(await insertPasskey(tx, row))) throw alreadyThere('this passkey')
    await appendLog(tx, 'account', { act: 'passkey-add', person, passkey: id, by: person })
    const made = await passkeyById(tx, id)
    if (made === undefined) throw noSuchThing('passkey')
    return made
  })
}

/** Begins to show a passkey; whose it will be is not known before. */
export const startShowing = async (store: Store, origin: string): Promise<Challenge> => {
  const options = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: 'required' })
  return { ceremony: await beginCeremony(store.db, 'passkey-show', null, { challenge: options.challenge }), options }
}

/** Signs in by a passkey. Gives the secret of a session. Throws a Problem that is the same whatever was wrong. */
export const signInByPasskey = async (store: Store, answer: PasskeyAnswer, from: SessionOrigin): Promise<string> => {
  // A signature over a challenge of our own is not guessed: there is nothing to slow down.
  const person = await personById(store.db, await shownBy(store, answer))
  if (person === undefined || person.disabled_at !== null) throw wrongSignIn()
  return transact(store.db, 'accounts', async (tx) => {
    const secret = await beginSession(tx, person.id, from)
    await appendLog(tx, 'account', { act: 'sign-in', person: person.id, by: person.id, with: 'passkey' })
    return secret
  })
}

/** Notes that whoever holds the session showed a passkey of theirs. Throws a Problem for any other. */
export const confirmByPasskey = async (
  store: Store,
  { person, session }: { readonly person: string; readonly session: string },
  answer: PasskeyAnswer,
): Promise<void> => {
  if ((await shownBy(store, answer)) !== person) throw wrongSignIn()
  await confirmSession(store.db, session)
}

/** Whose passkey it is that was shown. */
const shownBy = async (store: Store, { ceremony, credential, origin }: PasskeyAnswer): Promise<string> => {
  const begun = await endCeremony(store.db, 'passkey-show', ceremony)
  const passkey = await passkeyById(store.db, credential.id)
  if (begun === null || passkey === undefined) throw wrongSignIn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: credential as never,
    expectedChallenge: String(begun.body.challenge),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: Number(passkey.counter),
    },
  }).catch(() => {
    throw wrongSignIn()
  })
  const went =
    verified && (await usePasskey(store.db, passkey.id, Number(passkey.counter), authenticationInfo.newCounter))
  if (!went) throw wrongSignIn()
  return passkey.person_id
}

/** A person's passkeys, the first one first. */
export const listPasskeys = (store: Store, person: string): Promise<readonly Passkey[]> => passkeysOf(store.db, person)

/** Removes one of a person's passkeys. Throws a Problem when there is none of that id. */
export const removePasskey = async (store: Store, person: string, id: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    if (!(await deletePasskey(tx, person, id))) throw noSuchThing('passkey')
    await appendLog(tx, 'account', { act: 'passkey-remove', person, passkey: id, by: person })
  })
