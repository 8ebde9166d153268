import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Page, PageRequest } from '@sijil/core/contract/page.js'
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
import { countClaimsWanted, type FoundClaim, pageOfClaims } from '../store/queries/page-of-claims.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { listIncidentValues } from './list-incidents.ts'
import { pageOf } from './page.ts'
import { successiveChecks } from './successive-checks.ts'

const PAGE = 200

/**
 * The claims in quarantine, and of each cumulative toll what the record holds of its period and area and what it does not.
 * None of them is in any incident.
 */
export async function* explainTolls(store: Store): AsyncGenerator<TollRecord> {
  for await (const toll of explainedTolls(store)) yield recordOf(toll)
}

/** A page of them. Whatever it holds, it reads the figures of all incidents: any of them may lie in a toll's period and area. */
export const findTolls = (store: Store, page: PageRequest): Promise<Page<TollRecord>> =>
  pageOf(
    {
      sort: 'oldest',
      rows: (at) => pageOfClaims(store.db, QUARANTINED, at),
      count: () => countClaimsWanted(store.db, QUARANTINED),
      items: async (rows) =>
        rows.length === 0 ? [] : (await explained(store, rows, await explaining(store))).map(recordOf),
    },
    page,
  )

const recordOf = ({ claim, doc, explanation, successive }: ExplainedToll): TollRecord =>
  toTollRecord(toClaimRecord(claim, { doc }), explanation, successive)

/** A claim in quarantine with the name of its document; null where there is nothing to explain. */
export interface ExplainedToll {
  readonly ended: Ended
  readonly claim: Claim
  readonly doc: string
  readonly explanation: TollExplanation | null
  /** It against the toll of the same origin before it. */
  readonly successive: readonly Check[]
}

const QUARANTINED = { scopes: SCOPES.filter(isQuarantined), standing: true }

/** The same as model values, after a place in their order, with what people decided about the checks. */
export async function* explainedTolls(store: Store, start: Ended | null = null): AsyncGenerator<ExplainedToll> {
  let by: Explaining | undefined
  let after = start
  for (;;) {
    const page = await pageOfClaims(store.db, QUARANTINED, { sort: 'oldest', after, size: PAGE })
    const last = page.at(-1)
    if (last === undefined) return
    by ??= await explaining(store)
    yield* await explained(store, page, by)
    after = last.ended
  }
}

/** What tolls are explained by. */
interface Explaining {
  readonly incidents: readonly Incident[]
  readonly successive: ReadonlyMap<string, readonly Check[]>
}

const explaining = async (store: Store): Promise<Explaining> => {
  const incidents = await figuresOfAll(store)
  return { incidents, successive: await successiveChecks(store, incidents) }
}

const explained = async (
  store: Store,
  page: readonly FoundClaim[],
  { incidents, successive }: Explaining,
): Promise<readonly ExplainedToll[]> => {
  const places = await placesOf(
    store,
    page.map(({ claim }) => claim),
  )
  return withReviews(
    store,
    page.map(({ ended, claim, doc }) => ({
      ended,
      claim,
      doc,
      explanation: isToll(claim) ? explainToll(claim, places.get(claim.id), incidents) : null,
      successive: successive.get(claim.id) ?? [],
    })),
  )
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
