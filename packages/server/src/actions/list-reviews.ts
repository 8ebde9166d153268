import type { Page, PageRequest } from '@sijil/core/contract/page.js'
import { type ReviewFilter, type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import type { Store } from '../store/open-store.ts'
import { allReviews, countReviews, pageOfReviews } from '../store/queries/reviews.ts'
import { pageOf, pastNumber } from './page.ts'

/** People's reviews in the order in which they were made, withdrawn ones too unless only the standing are asked for. */
export async function* listReviews(store: Store, filter: ReviewFilter = {}): AsyncGenerator<ReviewRecord> {
  for (const review of await allReviews(store.db, wantedBy(filter))) yield toReviewRecord(review)
}

/** A page of them. */
export const findReviews = (store: Store, filter: ReviewFilter, page: PageRequest): Promise<Page<ReviewRecord>> => {
  const wanted = wantedBy(filter)
  return pageOf(
    {
      sort: 'oldest',
      rows: async ({ after, size }) =>
        (await pageOfReviews(store.db, wanted, pastNumber(after) ?? 0, size)).map(({ seq, review }) => ({
          ended: [String(seq), review.id],
          review,
        })),
      count: () => countReviews(store.db, wanted),
      items: async (rows) => rows.map(({ review }) => toReviewRecord(review)),
    },
    page,
  )
}

const wantedBy = ({ on, by, standing }: ReviewFilter) => ({
  ...(on === undefined ? {} : { on }),
  ...(by === undefined ? {} : { by }),
  ...(standing === undefined ? {} : { standing }),
})
