import type { CheckFinding } from '../../../model/check.ts'
import type { Group } from '../../../model/claim.ts'
import type { CountWitness } from '../evidence.ts'

/** Groups of which nobody is in two: their numbers may be added. */
const DISJOINT: readonly Group[] = ['children', 'women', 'men']

/** Claims whose subgroups are more than their whole: one line for each. */
export const checkSubgroups = (witnesses: readonly CountWitness[]): readonly CheckFinding[] =>
  witnesses.flatMap(({ claim }) => {
    const whole = claim.count.high ?? (claim.count.hedge === 'exact' ? claim.count.low : null)
    if (whole === null) return []
    const named = DISJOINT.flatMap((group) => {
      const low = claim.groups[group]?.low ?? null
      return low === null ? [] : [{ group, low }]
    })
    const sum = named.reduce((total, { low }) => total + low, 0)
    if (sum <= whole) return []
    const text = `${named.map(({ group, low }) => `${low} ${group}`).join(' + ')} = ${sum}, more than the ${whole} they are among`
    return [{ kind: 'subgroup', holds: false, text, claims: [claim.id] }]
  })
