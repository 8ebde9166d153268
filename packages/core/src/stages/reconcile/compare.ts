import type { Metric } from '../../model/claim.ts'
import type { Figure } from '../../model/incident.ts'
import type { Evidence } from './evidence.ts'
import { POLICIES } from './policies/policies.ts'
import type { Policy } from './policies/policy.ts'
import { votesOf } from './votes.ts'

/** What one codebook answers. */
export interface PolicyAnswer {
  readonly policy: Policy['name']
  readonly version: string
  /** What the codebook does, in one sentence. */
  readonly rule: string
  readonly figure: Figure
}

/** Two codebooks that answer differently, and the rule that parts them. */
export interface Parting {
  readonly policies: readonly [Policy['name'], Policy['name']]
  readonly text: string
}

/** One evidence base under all codebooks. */
export interface Comparison {
  readonly metric: Metric
  readonly answers: readonly PolicyAnswer[]
  readonly partings: readonly Parting[]
}

/** The answers of all policies on one metric, side by side, with what parts each from the default. */
export const compare = (evidence: Evidence, metric: Metric): Comparison => {
  const votes = votesOf(evidence, metric)
  const answers = POLICIES.map((policy) => ({
    policy: policy.name,
    version: policy.version,
    rule: policy.rule,
    figure: policy.answer(votes),
  }))
  const [first, ...others] = answers
  return {
    metric,
    answers,
    partings: first === undefined ? [] : others.flatMap((other) => partingOf(first, other)),
  }
}

const partingOf = (a: PolicyAnswer, b: PolicyAnswer): readonly Parting[] => {
  const same = a.figure.low === b.figure.low && a.figure.high === b.figure.high && a.figure.best === b.figure.best
  if (same) return []
  const text = `${a.policy} answers ${shown(a.figure)} (${a.rule}); ${b.policy} answers ${shown(b.figure)} (${b.rule})`
  return [{ policies: [a.policy, b.policy], text }]
}

const shown = ({ low, high, best }: Figure): string => {
  const range = high === null ? `${low ?? '?'} or more` : low === high ? `${low}` : `${low} to ${high}`
  return best === null || (best === low && best === high) ? range : `${range}, best ${best}`
}
