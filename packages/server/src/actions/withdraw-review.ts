import { type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import { decisionVersion } from '@sijil/core/contract/versions.js'
import { unknownReview } from '../problems/record.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { findReview, insertReviewWithdrawal } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { documentsOfSides, relinkFor } from './judge.ts'
import { type Deciding, expectVersion } from './keep-review.ts'
import { refreshReviewed } from './refresh-reviewed.ts'

/** `sees` is the version of the review. */
export interface ReviewWithdrawal extends Deciding {
  readonly id: string
}

/**
 * Takes a review back; it stays in the history, and the record becomes what it would be without it. Withdrawing it again
 * changes nothing. Throws a Problem when there is none of that id, and when another version stands than was seen.
 */
export const withdrawReview = async (store: Store, withdrawal: ReviewWithdrawal): Promise<ReviewRecord> => {
  const { id, by, reason, at } = withdrawal
  const withdrawn = { by, at, reason }
  const review = await transact(store.db, 'judge', async (tx) => {
    const found = await findReview(tx, id)
    if (found === null) throw unknownReview(id)
    const { review, home } = found
    expectVersion(`the review ${id}`, withdrawal, decisionVersion(review), [review])
    if (review.withdrawn !== null) return review
    await insertReviewWithdrawal(tx, id, withdrawn)
    if (review.target === 'claim' && home !== null) await refreshReviewed(tx, [home])
    else if (home !== null) await markToLink(tx, await documentsUnder(tx, home))
    await appendLog(tx, 'review-withdrawal', { review: id, ...withdrawn })
    return { ...review, withdrawn }
  })
  await relinkFor(store, at)
  return toReviewRecord(review)
}

/** The documents of the incident that stands under a code, and that of the claim the code stands by. */
const documentsUnder = async (tx: Db, code: string): Promise<readonly string[]> => {
  const [incident] = await incidentsByCode(tx, [code])
  return [...new Set([...(incident?.documents ?? []), ...(await documentsOfSides(tx, [code]))])]
}
