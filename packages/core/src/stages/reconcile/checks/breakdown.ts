import type { CheckFinding } from '../../../model/check.ts'
import { type CountWitness, type Evidence, statedBounds } from '../evidence.ts'
import { boundsText } from '../policies/policy.ts'
import { groups } from '../votes.ts'

/**
 * Sums that a report itself gives: a total and its addends. `pieces` are all addends of the record by the id of their total,
 * wherever they were linked. Equal, short and over are told apart; a copy's sum is not told twice.
 */
export const checkBreakdowns = (
  totals: readonly CountWitness[],
  pieces: ReadonlyMap<string, readonly CountWitness[]>,
): readonly CheckFinding[] => {
  const checks = totals.flatMap((total) => checkSum(total, pieces.get(total.claim.id) ?? []))
  return [...groups(checks, (check) => check.text).values()].map((same) => ({
    ...(same[0] as CheckFinding),
    claims: [...new Set(same.flatMap((check) => check.claims))],
  }))
}

const checkSum = (total: CountWitness, pieces: readonly CountWitness[]): readonly CheckFinding[] => {
  const { claim } = total
  const parts = pieces
    .filter(
      (piece) =>
        piece.claim.relation === 'part' && piece.claim.restates === null && piece.claim.metric === claim.metric,
    )
    .sort((a, b) => a.claim.start - b.claim.start)
  const addends = parts.flatMap(addendsOf)
  const { low, high } = statedBounds(claim)
  const stated = low ?? high
  if (addends.length === 0 || stated === null) return []
  const sum = addends.reduce((a, b) => a + b, 0)
  const claims = [claim.id, ...parts.map((part) => part.claim.id)]
  return [{ kind: 'breakdown', claims, ...verdict(low, high, stated, sum, addends) }]
}

/** "Two each in A and B" adds two twice. */
const addendsOf = ({ claim }: CountWitness): readonly number[] => {
  const number = claim.count.low ?? claim.count.high
  if (number === null) return []
  return Array.from({ length: claim.count.each ? Math.max(1, claim.places.length) : 1 }, () => number)
}

const verdict = (
  low: number | null,
  high: number | null,
  stated: number,
  sum: number,
  addends: readonly number[],
): Pick<CheckFinding, 'holds' | 'text'> => {
  const parts = addends.join(' + ')
  if (sum === stated) return { holds: true, text: `${stated} = ${parts}` }
  const summed = addends.length > 1 ? `${parts} = ${sum}` : `${sum}`
  if (sum > stated && high === null)
    return { holds: true, text: `${boundsText({ low, high })}: the parts are ${summed}` }
  return sum < stated
    ? { holds: false, text: `${stated} > ${summed}: short by ${stated - sum}` }
    : { holds: false, text: `${stated} < ${summed}: over by ${sum - stated}` }
}

/** The addends of every claim, by the id of the claim that they are part of; statements that restate it share its addends. */
export const piecesByTotal = (records: readonly Evidence[]): ReadonlyMap<string, readonly CountWitness[]> => {
  const pieces = new Map<string, CountWitness[]>()
  const seen = new Set<string>()
  for (const { witnesses } of records)
    for (const witness of witnesses) {
      if (!('metric' in witness.claim) || witness.claim.partOf === null || seen.has(witness.claim.id)) continue
      seen.add(witness.claim.id)
      const own = pieces.get(witness.claim.partOf)
      if (own === undefined) pieces.set(witness.claim.partOf, [witness as CountWitness])
      else own.push(witness as CountWitness)
    }
  return pieces
}
