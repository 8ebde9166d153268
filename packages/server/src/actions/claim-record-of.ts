import { type ClaimRecord, toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { unknownClaim } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById } from '../store/queries/claims.ts'
import { documentNames } from '../store/queries/documents.ts'
import { judgementsNaming } from '../store/queries/judgements.ts'
import { linksOfClaims } from '../store/queries/linking.ts'
import { pageOfClaims } from '../store/queries/page-of-claims.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { sharesOf } from './shares-of.ts'

/** A claim as it stands, with what people decided about it. Throws a Problem when there is none of that id. */
export const claimRecordOf = async (store: Store, id: string): Promise<ClaimRecord> => {
  const [claim] = await claimsById(store.db, [id])
  if (claim === undefined) throw unknownClaim(id)
  const names = await documentNames(store.db, [claim.document])
  const [listed] = await pageOfClaims(store.db, { ids: [id] }, { sort: 'oldest', after: null, size: 1 })
  return toClaimRecord(claim, {
    doc: names.get(claim.document) ?? claim.document,
    incidents: sharesOf(await linksOfClaims(store.db, [id])).get(claim.id) ?? [],
    reviews: await reviewsOn(store.db, [id]),
    judgements: await judgementsNaming(store.db, [id]),
    rejected: listed?.rejected ?? false,
  })
}
