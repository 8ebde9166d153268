import { type Claim, type CountClaim, isCountClaim, type Metric } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import type { Document } from '../../model/document.ts'
import type { OriginRoot } from '../../origins/origin-of.ts'

/** One claim as evidence for one incident. */
export interface Witness {
  readonly claim: Claim
  readonly document: Document
  /** The document whose words the claim repeats: the copy's original, else its own. */
  readonly source: Document['id']
  readonly origin: OriginRoot
  /** A belligerent's word on its enemy's losses. */
  readonly enemy: boolean
}

/** A witness that gives a number. */
export interface CountWitness extends Witness {
  readonly claim: CountClaim
}

/** Everything known of one incident or roll-up before anybody reconciles it. */
export interface Evidence {
  readonly code: string
  readonly kind: 'incident' | 'rollup'
  readonly witnesses: readonly Witness[]
  /** The fewest people that vague words can mean, and what ACLED's codebook makes of them. */
  readonly vague: VagueNumbers
}

/** What vague words stand for; null when the words are not in the list. */
export type VagueNumbers = (words: string, language: string | null) => VagueNumber | null
export interface VagueNumber {
  readonly least: number
  readonly acled: number
}

/** The witnesses of one metric that speak for themselves: restatements within the incident are dropped. */
export const witnessesOf = (evidence: Evidence, metric: Metric): readonly CountWitness[] => {
  const counted = evidence.witnesses.filter(isCountWitness).filter((witness) => witness.claim.metric === metric)
  const here = new Set(counted.map((witness) => witness.claim.id))
  return counted.filter(({ claim }) => claim.restates === null || !here.has(claim.restates))
}

const isCountWitness = (witness: Witness): witness is CountWitness => isCountClaim(witness.claim)

/** The metrics that any claim of the evidence reports. */
export const metricsOf = (evidence: Evidence): ReadonlySet<Metric> =>
  new Set(evidence.witnesses.filter(isCountWitness).map((witness) => witness.claim.metric))

/** What a claim's number says as an interval of people; `low: null` = nothing, "up to 12" gives no low of its own. */
export const statedBounds = ({ count }: CountClaim): Bounds => {
  if (count.hedge === 'at_most') return { low: null, high: count.high }
  return { low: count.low, high: count.high }
}

/** Whether a claim gives any number. */
export const hasNumber = (claim: CountClaim): boolean => claim.count.low !== null || claim.count.high !== null
