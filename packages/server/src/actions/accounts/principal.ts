import { atLeast, lesserRole, ROLES, type Role, type TokenScope } from '@sijil/core/contract/api/role.js'
import type { Grant } from '../../store/queries/people.ts'

/** Who is asking, how they showed it, and what they may do where. */
export interface Principal {
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly isOwner: boolean }
  readonly by:
    | { readonly kind: 'session'; readonly id: string }
    | { readonly kind: 'token'; readonly scope: TokenScope }
  readonly grants: readonly Grant[]
  /** Until when sensitive acts need no password again; an ISO instant. */
  readonly confirmedUntil: string | null
  readonly totp: boolean
}

/** The role that holds for all collections; null for none. */
export const roleEverywhere = ({ grants }: Principal): Role | null =>
  grants.find(({ collection }) => collection === null)?.role ?? null

/** The role in one collection; null for none. */
export const roleIn = (principal: Principal, collection: number): Role | null =>
  higher(roleEverywhere(principal), principal.grants.find((grant) => grant.collection === collection)?.role ?? null)

/** The highest role anywhere; null for none. */
export const highestRole = ({ grants }: Principal): Role | null =>
  grants.reduce<Role | null>((best, { role }) => higher(best, role), null)

const higher = (a: Role | null, b: Role | null): Role | null =>
  a === null ? b : b === null ? a : lesserRole(a, b) === a ? b : a

/** What somebody reads with at least a role, and the least role they read any of it with. */
export interface Reach {
  readonly collections: 'all' | readonly number[]
  readonly role: Role
}

/** Where somebody has at least a role; null for nowhere. */
export const reachOf = (principal: Principal, needed: Role): Reach | null => {
  const everywhere = roleEverywhere(principal)
  // One who reads everything as a viewer and codes in one collection reads with the lesser of the two rights.
  if (everywhere !== null && atLeast(everywhere, needed)) return { collections: 'all', role: everywhere }
  const own = principal.grants.flatMap(({ collection }) => {
    const role = collection === null ? null : roleIn(principal, collection)
    return collection === null || role === null || !atLeast(role, needed) ? [] : [{ collection, role }]
  })
  const [first] = own
  if (first === undefined) return null
  const role = own.reduce<Role>((least, one) => lesserRole(least, one.role), ROLES[ROLES.length - 1] ?? first.role)
  return { collections: own.map(({ collection }) => collection), role }
}
