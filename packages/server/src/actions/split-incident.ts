import type { Judgement } from '@sijil/core/model/judgement.js'
import { nothingToSplit } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { judgeAll } from './judge.ts'
import { showIncident } from './show-incident.ts'

/** Which claims of an incident do not belong to the rest, who says so and why. */
export interface Split extends Pick<Judgement, 'by' | 'reason' | 'at'> {
  readonly code: string
  readonly claims: readonly string[]
  /** The version of the incident that they saw. */
  readonly sees?: string | undefined
}

/**
 * Parts some claims of an incident from the others: each is judged different from each of the rest. Throws a Problem when
 * a claim is not in the incident, or when none would be left.
 */
export const splitIncident = async (
  store: Store,
  { code, claims, by, reason, at, sees }: Split,
): Promise<readonly Judgement[]> => {
  const { incident } = await showIncident(store, code)
  const parted = new Set(claims)
  const foreign = claims.find((claim) => !incident.claims.some((own) => own === claim))
  if (foreign !== undefined) throw nothingToSplit(code, `the claim ${foreign} is not in it`)
  const rest = incident.claims.filter((claim) => !parted.has(claim))
  if (rest.length === 0 || parted.size === 0) throw nothingToSplit(code, 'no claim would be left on one side')
  return judgeAll(
    store,
    [...parted].flatMap((left) =>
      rest.map((right) => ({ left, right, verdict: 'different' as const, by, reason, at })),
    ),
    { side: incident.code, sees },
  )
}
