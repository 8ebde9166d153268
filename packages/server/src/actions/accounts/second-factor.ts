import { randomBytes } from 'node:crypto'
import { alreadyThere, wrongSignIn } from '../../problems/access.ts'
import type { Store } from '../../store/open-store.ts'
import { appendLog } from '../../store/queries/log.ts'
import { personById, updatePerson } from '../../store/queries/people.ts'
import { replaceRecoveryCodes } from '../../store/queries/second-factors.ts'
import { transact } from '../../store/transact.ts'
import { hashOfSecret } from './secrets.ts'
import { type Try, throttled } from './throttle.ts'
import { isCode, newTotpSecret, totpOf } from './totp.ts'

/** Gives a person a new secret for codes, which counts once a first code confirmed it. Throws a Problem where one is on. */
export const startTotp = async (
  store: Store,
  person: { readonly id: string; readonly email: string },
): Promise<{ readonly secret: string; readonly uri: string }> => {
  const known = await personById(store.db, person.id)
  if (known?.totp_on === true) throw alreadyThere('a second factor')
  const secret = newTotpSecret()
  await updatePerson(store.db, person.id, { totp_secret: secret })
  return { secret, uri: totpOf(secret, person.email).toString() }
}

const CODES = 10

/** Turns the second factor on by a first code. Gives recovery codes, each good once. Throws a Problem for a wrong code. */
export const confirmTotp = async (store: Store, id: string, code: string, from: Try): Promise<readonly string[]> =>
  throttled(store.db, from, async () => {
    const person = await personById(store.db, id)
    if (person?.totp_secret == null || !(await isCode(store.db, id, person.totp_secret, code))) throw wrongSignIn()
    const codes = Array.from({ length: CODES }, () => randomBytes(10).toString('hex'))
    await transact(store.db, 'accounts', async (tx) => {
      await updatePerson(tx, id, { totp_on: true })
      await replaceRecoveryCodes(tx, id, codes.map(hashOfSecret))
      await appendLog(tx, 'account', { act: 'totp-on', person: id, by: id })
    })
    return codes
  })

/** Turns the second factor off. */
export const stopTotp = async (store: Store, id: string): Promise<void> =>
  transact(store.db, 'accounts', async (tx) => {
    await updatePerson(tx, id, { totp_on: false, totp_secret: null })
    await replaceRecoveryCodes(tx, id, [])
    await appendLog(tx, 'account', { act: 'totp-off', person: id, by: id })
  })
