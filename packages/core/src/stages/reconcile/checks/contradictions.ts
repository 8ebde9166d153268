import type { CheckFinding } from '../../../model/check.ts'
import { claimsOf, listed, says } from '../policies/policy.ts'
import type { Vote } from '../votes.ts'

/** Whether the independent origins of a number can all be right; none when there is just one. */
export const checkOrigins = (metric: string, votes: readonly Vote[]): readonly CheckFinding[] => {
  const counted = votes.filter((vote) => !vote.floor && (vote.low !== null || vote.high !== null))
  if (counted.length < 2) return []
  const low = Math.max(...counted.map((vote) => vote.low ?? 0))
  const high = Math.min(...counted.map((vote) => vote.high ?? Number.POSITIVE_INFINITY))
  const holds = low <= high
  const text = `${metric.replaceAll('_', ' ')}: ${listed(counted.map(says))}${holds ? ' agree' : ' disagree'}`
  return [{ kind: 'origins', holds, text, claims: claimsOf(counted) }]
}
