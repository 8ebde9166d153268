import type { ClaimFilter, ClaimSort } from '@sijil/core/contract/claim-filter.js'
import { type ClaimRecord, toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Page } from '@sijil/core/contract/page.js'
import { groupBy } from '@sijil/core/model/group-by.js'
import { isOn } from '@sijil/core/model/judgement.js'
import { unknownDocument } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { documentsNamed } from '../store/queries/documents.ts'
import { judgementsNaming } from '../store/queries/judgements.ts'
import { linksOfClaims } from '../store/queries/linking.ts'
import { type ClaimsWanted, countClaimsWanted, type FoundClaim, pageOfClaims } from '../store/queries/page-of-claims.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { pageOf, type SortedPage } from './page.ts'
import { placesWanted } from './places-wanted.ts'
import { sharesOf } from './shares-of.ts'
import { showIncident } from './show-incident.ts'

/**
 * A page of the claims that a filter leaves, as they came unless another order is asked for, each with the incidents it
 * feeds. Throws a Problem for an unknown document or code.
 */
export const findClaims = async (
  store: Store,
  filter: ClaimFilter,
  page: SortedPage<ClaimSort> = {},
): Promise<Page<ClaimRecord>> => {
  const wanted = await claimsWanted(store, filter)
  return pageOf(
    {
      sort: 'oldest',
      rows: (at) => pageOfClaims(store.db, wanted, at),
      count: () => countClaimsWanted(store.db, wanted),
      items: (rows) => recordsOfClaims(store, rows),
    },
    page,
  )
}

const claimsWanted = async (store: Store, { doc, incident, scope, ...filter }: ClaimFilter): Promise<ClaimsWanted> => {
  const documents = doc === undefined ? undefined : await documentsNamed(store.db, doc)
  if (doc !== undefined && documents?.length === 0) throw unknownDocument(doc)
  const ids = incident === undefined ? undefined : (await showIncident(store, incident)).incident.claims
  return {
    ...(await placesWanted(store, filter)),
    ...(documents === undefined ? {} : { documents }),
    ...(ids === undefined ? {} : { ids }),
    ...(scope === undefined ? {} : { scopes: [scope] }),
  }
}

/** Claims as records, each with the incidents it feeds and what people decided about it. */
export const recordsOfClaims = async (
  store: Store,
  rows: readonly Pick<FoundClaim, 'claim' | 'doc' | 'rejected'>[],
): Promise<readonly ClaimRecord[]> => {
  const ids = rows.map(({ claim }) => claim.id)
  const links = await linksOfClaims(store.db, ids)
  const shares = sharesOf(links)
  const reviews = groupBy(await reviewsOn(store.db, ids), ({ on }) => on)
  const judgements = await judgementsNaming(store.db, ids)
  return rows.map(({ claim, doc, rejected }) =>
    toClaimRecord(claim, {
      doc,
      incidents: shares.get(claim.id) ?? [],
      reviews: reviews.get(claim.id) ?? [],
      judgements: judgements.filter((judgement) => isOn(judgement, claim.id)),
      rejected,
    }),
  )
}
