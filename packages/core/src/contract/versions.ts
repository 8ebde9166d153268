import { contentId } from '../model/hash.ts'
import type { Incident } from '../model/incident.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Review } from '../model/review.ts'

/**
 * What a writer saw of a claim: its reviews and the judgements on it, those that were withdrawn too. Whatever anybody
 * decides gives it another version.
 */
export const claimVersion = (id: string, reviews: readonly Review[], judgements: readonly Judgement[]): string =>
  contentId('claim version', id, ...stateOf(reviews), ...stateOf(judgements)).slice(0, 16)

/** What a writer saw of an incident: everything it says. New evidence gives it another version, too. */
export const incidentVersion = (incident: Incident): string => stateVersion('incident', incident)

/** What a writer saw of a review or judgement: it stands, or was withdrawn. */
export const decisionVersion = ({
  id,
  withdrawn,
}: Pick<Review | Judgement, 'withdrawn'> & { readonly id: string }): string =>
  stateVersion('decision', [id, withdrawn !== null])

/** What a writer saw of a check: the review that decides it, if any. */
export const checkVersion = (id: string, review: string | null): string => stateVersion('check', [id, review])

/** What a writer saw of anything else that people change. */
export const stateVersion = (what: string, seen: unknown): string =>
  contentId(`${what} version`, JSON.stringify(sorted(seen))).slice(0, 16)

const stateOf = (decisions: readonly (Review | Judgement)[]): readonly string[] =>
  decisions.map(({ id, withdrawn }) => (withdrawn === null ? id : `${id} withdrawn`)).sort()

/** Keys in order: the same incident has one version, in whatever order its fields were set or stored. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
