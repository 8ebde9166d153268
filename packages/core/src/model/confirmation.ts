import type { Check } from './check.ts'

/** How far a record has been corroborated, as the casualty recorders' standards have it. */
export const CONFIRMATIONS = ['confirmed', 'corroborated', 'disputed', 'uncorroborated', 'pending', 'rejected'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** What each level means, to be printed beside it. */
export const CONFIRMATION_MEANINGS: Readonly<Record<Confirmation, string>> = {
  confirmed: 'a person reviewed the incident and accepts it',
  corroborated: 'coherent in itself, and two or more independent origins give numbers that agree',
  disputed: 'independent origins contradict each other, or a sum does not add up',
  uncorroborated: 'one origin only gives a number',
  pending: 'no origin gives a number',
  rejected: 'a person reviewed the incident and rejects it',
}

/**
 * The level of an incident. "Confirmed" and "rejected" are people's decisions (`whole`), never a machine's; a check that a
 * person dismissed disputes nothing.
 */
export const confirmationOf = (
  { counted, checks }: { readonly counted: number; readonly checks: readonly Check[] },
  whole: 'accept' | 'reject' | null = null,
): Confirmation => {
  if (whole !== null) return whole === 'accept' ? 'confirmed' : 'rejected'
  if (counted === 0) return 'pending'
  if (checks.some((check) => !check.holds && check.review?.decision !== 'dismissed')) return 'disputed'
  return counted > 1 ? 'corroborated' : 'uncorroborated'
}
