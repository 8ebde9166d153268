import { asCheck, type Check, type CheckFinding } from '../../model/check.ts'
import type { ClaimId } from '../../model/claim.ts'
import { confirmationOf } from '../../model/confirmation.ts'
import type { Incident } from '../../model/incident.ts'
import type { IncidentField, Review } from '../../model/review.ts'
import type { Layers } from '../../pipeline/layers.ts'
import { sameValue, valueAt, withValue } from './incident-values.ts'
import { byTime, standingReviews } from './standing-reviews.ts'

/**
 * Incidents with people's decisions in the place of what was reconciled. `on` gives the code under which an incident stands
 * today for a code that somebody reviewed. What the machine has there is kept beside it, and where its evidence has changed
 * since the decision, a check says so.
 */
export const reviewIncidents = (
  incidents: readonly Incident[],
  reviews: Layers['reviews'],
  on: (code: string) => string = (code) => code,
): readonly Incident[] => {
  if (reviews.length === 0) return incidents
  const ours = reviews.map((review) => (review.target === 'incident' ? { ...review, on: on(review.on) } : review))
  const [own, checks] = [standingReviews(ours, 'incident'), standingReviews(ours, 'check')]
  const claims = standingReviews(ours, 'claim') as ReadonlyMap<ClaimId, readonly Review[]>
  return incidents.map((incident) =>
    settled(
      incident,
      own.get(incident.code) ?? [],
      checks,
      incident.claims.flatMap((id) => claims.get(id) ?? []),
    ),
  )
}

const settled = (
  machine: Incident,
  own: readonly Review[],
  onChecks: ReadonlyMap<string, readonly Review[]>,
  onClaims: readonly Review[],
): Incident => {
  const decided = [...own].sort(wholeFirst).reduce((sofar, review) => decide(sofar, machine, review), machine)
  const checks = [...decided.checks, ...own.flatMap((review) => sinceThen(machine, review))].map((check) =>
    withReview(check, onChecks.get(check.id)?.[0]),
  )
  const used = [...own, ...checks.flatMap(({ id }) => onChecks.get(id) ?? []), ...onClaims]
  const whole = own.find(({ field }) => field === 'incident')
  const confirmation = confirmationOf(
    { counted: machine.counted, checks },
    whole === undefined ? null : whole.decision === 'reject' ? 'reject' : 'accept',
  )
  return {
    ...decided,
    checks,
    confirmation,
    reviews: [...new Set(used.sort(byTime).map(({ id }) => id))],
  }
}

/** A whole figure is set before its parts, which are held to it otherwise. */
const wholeFirst = (a: Review, b: Review): number => a.field.length - b.field.length || (a.field < b.field ? -1 : 1)

const decide = (sofar: Incident, machine: Incident, review: Review): Incident => {
  const field = review.field as IncidentField
  const value = review.decision === 'reject' ? null : review.value
  const overruled = [...sofar.overruled, { field, review: review.id, machine: valueAt(machine, field) }]
  return { ...withValue(sofar, field, value, saidOf(review)), overruled }
}

const saidOf = ({ by, decision, at, reason }: Review): string => {
  const did = decision === 'accept' ? 'accepted' : decision === 'reject' ? 'rejected' : 'set'
  return `${did} by ${by} on ${at.slice(0, 10)}: ${reason}`
}

/** A decision is kept when the evidence changes, but never silently. */
const sinceThen = (machine: Incident, review: Review): readonly Check[] => {
  const field = review.field as IncidentField
  if (field === 'incident' || sameValue(field, review.machine, valueAt(machine, field))) return []
  const finding: CheckFinding = {
    kind: 'review',
    holds: false,
    text: `${field}: the evidence has changed since ${review.by} decided on ${review.at.slice(0, 10)}; the reports now give ${shown(field, valueAt(machine, field))}`,
    claims: [],
  }
  return [asCheck(finding, machine.code)]
}

/** A check with what a person decided about it. */
export const withReview = (check: Check, review: Review | undefined): Check => {
  if (review === undefined) return check
  const { id, by, reason, at } = review
  const decision = review.decision === 'reject' ? ('dismissed' as const) : ('accepted' as const)
  return { ...check, review: { decision, review: id, by, reason, at } }
}

/** A value for people to read. */
const shown = (field: IncidentField, value: unknown): string => {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ')
  if (typeof value !== 'object') return String(value)
  if (field === 'time') {
    const { earliest, latest } = value as { earliest: string | null; latest: string | null }
    return earliest === latest ? `${earliest}` : `${earliest ?? '?'} to ${latest ?? '?'}`
  }
  if (field === 'place') {
    const { text, place } = value as { text: string | null; place: { name: string } | null }
    return place?.name ?? text ?? 'nothing'
  }
  const { low, high, best } = value as { low: number | null; high: number | null; best: number | null }
  if (low === null && high === null) return 'no number'
  const range = high === null ? `${low} or more` : low === high ? `${low}` : `${low ?? '?'} to ${high}`
  return best === null || best === low ? range : `${range}, best ${best}`
}
