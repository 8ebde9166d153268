import type { Metric, Status } from '../../model/claim.ts'
import type { Figure, MetricFigures } from '../../model/incident.ts'
import type { Evidence } from './evidence.ts'
import { claimsOf, NOTHING, type Policy } from './policies/policy.ts'
import { type Vote, votesOf } from './votes.ts'

/**
 * The figures of a metric, whole and by the victims' status. Where one origin calls the dead civilians and another
 * combatants, the status is contested and the minimum of both is 0.
 */
export const metricFigures = (evidence: Evidence, metric: Metric, policy: Policy): MetricFigures => {
  const votes = votesOf(evidence, metric)
  const all = policy.answer(votes)
  const contested = isContested(votes)
  const civilians = statusFigure(votes, 'civilian', all, contested, policy)
  const combatants = statusFigure(votes, 'combatant', all, contested, policy)
  return { all, civilians, combatants, unknown: remainder(votes, all, civilians, combatants) }
}

const statusFigure = (
  votes: readonly Vote[],
  status: Status,
  all: Figure,
  contested: boolean,
  policy: Policy,
): Figure => {
  const speaking = votes.flatMap((vote) => {
    const bounds = vote.byStatus.get(status)
    return bounds === undefined ? [] : [{ ...vote, ...bounds }]
  })
  const mixed = votes.filter((vote) => vote.byStatus.has('mixed'))
  if (speaking.length === 0) return mixed.length === 0 ? NOTHING : someOf(all, mixed)
  const figure = policy.answer(speaking)
  if (!contested) return figure
  return { ...figure, low: 0, why: `${figure.why}; origins disagree on who the victims were, so the minimum is 0` }
}

/** "Civilians and fighters were among the 24": between none and all of them are of either status. */
const someOf = (all: Figure, votes: readonly Vote[]): Figure => ({
  low: 0,
  high: all.high,
  best: null,
  lowBy: [],
  highBy: claimsOf(votes),
  bestBy: [],
  why: 'the victims are said to be of both statuses, without a number for each',
})

/** One origin speaks of civilians only and another of combatants only. */
const isContested = (votes: readonly Vote[]): boolean => {
  const only = (status: Status, other: Status) =>
    votes.some((vote) => vote.byStatus.has(status) && !vote.byStatus.has(other))
  return only('civilian', 'combatant') && only('combatant', 'civilian')
}

/** Those whose status nobody tells: what the whole exceeds the two by. */
const remainder = (votes: readonly Vote[], all: Figure, civilians: Figure, combatants: Figure): Figure => {
  const told = votes.filter((vote) => vote.byStatus.has('unknown') || vote.byStatus.has('mixed'))
  if (told.length === 0) return NOTHING
  const named = (civilians.high ?? all.high ?? 0) + (combatants.high ?? all.high ?? 0)
  const low = Math.max(0, (all.low ?? 0) - named)
  const high = all.high === null ? null : Math.max(low, all.high - (civilians.low ?? 0) - (combatants.low ?? 0))
  const best =
    all.best === null
      ? null
      : Math.min(
          Math.max(low, all.best - (civilians.best ?? 0) - (combatants.best ?? 0)),
          high ?? Number.POSITIVE_INFINITY,
        )
  return {
    low,
    high,
    best,
    lowBy: claimsOf(told),
    highBy: claimsOf(told),
    bestBy: claimsOf(told),
    why: 'reports that do not tell whether the victims were civilians or combatants',
  }
}
