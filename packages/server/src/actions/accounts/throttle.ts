import { tooManyTries } from '../../problems/access.ts'
import type { Db } from '../../store/database.ts'
import { addFailure, clearFailures, failuresOf, takeFailureBack } from '../../store/queries/failures.ts'
import { hashOfSecret } from './secrets.ts'

/** Where failures are counted, and how many are free. */
interface Counter {
  readonly key: string
  readonly free: number
}

/** A typing error or two cost nothing; then each failure doubles the wait, up to a quarter of an hour. */
const FREE_FOR_ACCOUNT = 5
/** Several people may share an address. */
const FREE_FOR_ADDRESS = 30
const LONGEST_S = 900

export interface Try {
  /** What is being opened: an e-mail address, or an account's id. Kept as a hash. */
  readonly account: string
  /** Where from. */
  readonly address: string
}

/**
 * Runs a try at a password, code or link, counted by account and by address. It counts as failed until it succeeded, so
 * tries at the same time count too. Throws a Problem where too many have failed.
 */
export const throttled = async <T>(db: Db, { account, address }: Try, attempt: () => Promise<T>): Promise<T> => {
  const own: Counter = { key: `account ${hashOfSecret(account)}`, free: FREE_FOR_ACCOUNT }
  const shared: Counter = { key: `address ${hashOfSecret(address)}`, free: FREE_FOR_ADDRESS }
  const counters = [own, shared]
  for (const counter of counters) await mustBeFree(db, counter)
  for (const { key } of counters) await addFailure(db, key)
  const result = await attempt()
  await clearFailures(db, own.key)
  // Whoever has one account must not wipe out their failures at others.
  await takeFailureBack(db, shared.key)
  return result
}

const mustBeFree = async (db: Db, { key, free }: Counter): Promise<void> => {
  const { count, ago } = await failuresOf(db, key)
  if (count < free) return
  const wait = Math.min(LONGEST_S, 2 ** (count - free + 1))
  if (ago < wait) throw tooManyTries(Math.ceil(wait - ago))
}
