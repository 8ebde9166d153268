import { acled } from './acled.ts'
import { latest } from './latest.ts'
import type { Policy } from './policy.ts'
import { range } from './range.ts'
import { ucdp } from './ucdp.ts'

/** All policies, the default first. */
export const POLICIES: readonly Policy[] = [range, ucdp, acled, latest]

/** The policy whose figures incidents carry. */
export const DEFAULT_POLICY: Policy = range

/** The policy of that name; throws a RangeError that lists the names there are. */
export const policyNamed = (name: string): Policy => {
  const found = POLICIES.find((policy) => policy.name === name)
  if (found === undefined)
    throw new RangeError(`no policy "${name}": there are ${POLICIES.map((policy) => policy.name).join(', ')}`)
  return found
}
