import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { type TollRecord, toTollRecord } from '@sijil/core/contract/toll-record.js'
import type { Check } from '@sijil/core/model/check.js'
import { type Claim, type CountClaim, isCountClaim, isQuarantined, SCOPES } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { explainToll, type TollExplanation } from '@sijil/core/stages/reconcile/explain-toll.js'
import { withReview } from '@sijil/core/stages/review/review-incidents.js'
import { standingReviews } from '@sijil/core/stages/review/standing-reviews.js'
import type { Store } from '../store/open-store.ts'
import { placesOfDocuments } from '../store/queries/claims.ts'
import type { Ended } from '../store/queries/keyset.ts'
import { pageOfClaims } from '../store/queries/page-of-claims.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { listIncidentValues } from './list-incidents.ts'
import { successiveChecks } from './successive-checks.ts'

const PAGE = 200

/**
 * The claims in quarantine, and of each cumulative toll what the record holds of its period and area and what it does not.
 * None of them is in any incident.
 */
export async function* explainTolls(store: Store): AsyncGenerator<TollRecord> {
  for await (const { claim, doc, explanation, successive } of explainedTolls(store))
    yield toTollRecord(toClaimRecord(claim, { doc }), explanation, successive)
}

/** A claim in quarantine with the name of its document; null where there is nothing to explain. */
export interface ExplainedToll {
  readonly claim: Claim
  readonly doc: string
  readonly explanation: TollExplanation | null
  /** It against the toll of the same origin before it. */
  readonly successive: readonly Check[]
}

/** The same as model values, with what people decided about the checks. */
export async function* explainedTolls(store: Store): AsyncGenerator<ExplainedToll> {
  const wanted = { scopes: SCOPES.filter(isQuarantined) }
  let incidents: readonly Incident[] | undefined
  let successive: ReadonlyMap<string, readonly Check[]> = new Map()
  let after: Ended | null = null
  for (;;) {
    const page = await pageOfClaims(store.db, wanted, { sort: 'oldest', after, size: PAGE })
    const last = page.at(-1)
    if (last === undefined) return
    if (incidents === undefined) {
      incidents = await figuresOfAll(store)
      successive = await successiveChecks(store, incidents)
    }
    const places = await placesOf(
      store,
      page.map(({ claim }) => claim),
    )
    const explained: ExplainedToll[] = []
    for (const { claim, doc, rejected } of page)
      if (!rejected)
        explained.push({
          claim,
          doc,
          explanation: isToll(claim) ? explainToll(claim, places.get(claim.id), incidents) : null,
          successive: successive.get(claim.id) ?? [],
        })
    yield* await withReviews(store, explained)
    after = last.ended
  }
}

const withReviews = async (store: Store, tolls: readonly ExplainedToll[]): Promise<readonly ExplainedToll[]> => {
  const ids = tolls.flatMap(({ explanation, successive }) => [
    ...(explanation === null ? [] : [explanation.check.id]),
    ...successive.map(({ id }) => id),
  ])
  const reviews = standingReviews(await reviewsOn(store.db, ids), 'check')
  return tolls.map((toll) => {
    const { explanation } = toll
    const reviewed = (check: Check): Check => withReview(check, reviews.get(check.id)?.[0])
    return {
      ...toll,
      explanation: explanation === null ? null : { ...explanation, check: reviewed(explanation.check) },
      successive: toll.successive.map(reviewed),
    }
  })
}

/** A toll since some time or over a period; forecasts and denials have nothing that the record could hold. */
const isToll = (claim: Claim): claim is CountClaim => isCountClaim(claim) && claim.scope === 'cumulative'

const placesOf = async (store: Store, claims: readonly Claim[]) => {
  const located = await placesOfDocuments(store.db, [...new Set(claims.map(({ document }) => document))])
  return new Map(located.map((places) => [places.claim, places]))
}

/** Every incident with no more than sums need: thousands fit into memory where their evidence would not. */
const figuresOfAll = async (store: Store): Promise<readonly Incident[]> => {
  const all: Incident[] = []
  for await (const incident of listIncidentValues(store, {}))
    all.push({ ...incident, claims: [], documents: [], origins: [], checks: [], actors: [], groups: {} })
  return all
}
