import { Secret, TOTP } from 'otpauth'
import type { Db } from '../../store/database.ts'
import type { Person } from '../../store/queries/people.ts'
import { takeRecoveryCode, takeTotpStep } from '../../store/queries/second-factors.ts'
import { hashOfSecret } from './secrets.ts'

const PERIOD_S = 30

/** The generator of a person's codes. */
export const totpOf = (secret: string, account: string): TOTP =>
  new TOTP({ issuer: 'Sijil', label: account, secret: Secret.fromBase32(secret), period: PERIOD_S })

/** A new secret, in Base32 as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/**
 * Whether a code is of the person's second factor, or one of their recovery codes. Each is good once: a code that was read
 * over somebody's shoulder is of no more use.
 */
export const isSecondFactor = async (db: Db, person: Person, code: string): Promise<boolean> => {
  const typed = code.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(typed)) return person.totp_secret !== null && isCode(db, person.id, person.totp_secret, typed)
  return takeRecoveryCode(db, person.id, hashOfSecret(typed.toLowerCase()))
}

/** Whether a code is right now, or was half a minute ago or will be, and was not used. */
export const isCode = async (db: Db, person: string, secret: string, code: string): Promise<boolean> => {
  const delta = totpOf(secret, '').validate({ token: code, window: 1 })
  if (delta === null) return false
  const step = Math.floor(Date.now() / 1000 / PERIOD_S) + delta
  return takeTotpStep(db, person, step)
}
