import type { ClaimId } from '../../../model/claim.ts'
import type { Figure } from '../../../model/incident.ts'
import type { Vote } from '../votes.ts'

/** What a policy answers: bounds, best and why. */
export type Answer = Figure

/** A rule that makes one figure of the votes on one number. Pure; a change of what it answers is a new version. */
export interface Policy {
  readonly name: 'range' | 'ucdp' | 'acled' | 'latest'
  readonly version: string
  /** What it does, in one sentence. */
  readonly rule: string
  answer(votes: readonly Vote[]): Answer
}

/** Nothing was said. */
export const NOTHING: Answer = {
  low: 0,
  high: 0,
  best: 0,
  lowBy: [],
  highBy: [],
  bestBy: [],
  why: 'no report speaks of any',
}

/** What one vote says as a single number: its low, else what it stays under. */
export const pointOf = (vote: Vote): number | null => vote.low ?? vote.high

/** All claims of some votes. */
export const claimsOf = (votes: readonly Vote[]): readonly ClaimId[] => [
  ...new Set(votes.flatMap((vote) => vote.claims)),
]

/** How a vote reads: "at least 12 by X". */
export const says = (vote: Vote): string => `${boundsText(vote)} by ${vote.origin.name}`

/** How bounds read. */
export const boundsText = ({ low, high }: { readonly low: number | null; readonly high: number | null }): string => {
  if (low === null && high === null) return 'no number'
  if (low === null) return `up to ${high}`
  if (high === null) return `at least ${low}`
  return low === high ? `${low}` : `${low} to ${high}`
}

/** A list as a sentence has it. */
export const listed = (parts: readonly string[]): string =>
  parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')} and ${parts[parts.length - 1]}`
