import type { Principal } from '../actions/accounts/principal.ts'

/** Who showed which secret, remembered while nobody's rights change. */
export interface PrincipalCache {
  /** Who it is, asked for only when rights changed since, or the time is over. */
  of(key: string, accounts: string, find: () => Promise<Principal | null>): Promise<Principal | null>
}

interface Entry {
  readonly principal: Principal
  readonly until: number
}

const REMEMBERED = 5000
/** Sessions and tokens expire by the clock, which changes no version. */
const LONGEST_MS = 10_000

export const principalCache = (): PrincipalCache => {
  let version = ''
  const known = new Map<string, Entry>()
  return {
    of: async (key, accounts, find) => {
      if (accounts !== version || known.size > REMEMBERED) known.clear()
      version = accounts
      const entry = known.get(key)
      if (entry !== undefined && Date.now() < entry.until) return entry.principal
      const principal = await find()
      if (principal !== null && version === accounts) known.set(key, { principal, until: Date.now() + LONGEST_MS })
      return principal
    },
  }
}
