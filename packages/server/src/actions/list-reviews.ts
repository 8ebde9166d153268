import { type ReviewFilter, type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import type { Store } from '../store/open-store.ts'
import { allReviews } from '../store/queries/reviews.ts'

/** People's reviews in the order in which they were made, withdrawn ones too unless only the standing are asked for. */
export async function* listReviews(
  store: Store,
  { on, by, standing }: ReviewFilter = {},
): AsyncGenerator<ReviewRecord> {
  const wanted = {
    ...(on === undefined ? {} : { on }),
    ...(by === undefined ? {} : { by }),
    ...(standing === undefined ? {} : { standing }),
  }
  for (const review of await allReviews(store.db, wanted)) yield toReviewRecord(review)
}
