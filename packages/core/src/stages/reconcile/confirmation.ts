import type { Check } from '../../model/incident.ts'
import type { Evidence } from './evidence.ts'
import { independentOrigins } from './independent-origins.ts'

/** How far a record has been corroborated, as the casualty recorders' standards have it. */
export const CONFIRMATIONS = ['corroborated', 'disputed', 'uncorroborated', 'pending'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** What each level means, to be printed beside it. "Confirmed" and "rejected" are people's decisions, never a machine's. */
export const CONFIRMATION_MEANINGS: Readonly<Record<Confirmation, string>> = {
  corroborated: 'coherent in itself, and two or more independent origins agree',
  disputed: 'independent origins contradict each other, or a sum does not add up',
  uncorroborated: 'one origin only',
  pending: 'no origin gives a number',
}

/** The level that the evidence reaches by itself. */
export const confirmationOf = (evidence: Evidence, checks: readonly Check[]): Confirmation => {
  const counted = evidence.witnesses.filter(
    ({ claim }) => 'count' in claim && (claim.count.low !== null || claim.count.high !== null),
  )
  if (counted.length === 0) return 'pending'
  if (checks.some((check) => !check.holds)) return 'disputed'
  return independentOrigins(counted.filter((witness) => !witness.enemy)).length > 1 ? 'corroborated' : 'uncorroborated'
}
