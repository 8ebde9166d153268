import { type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import { unknownCheck, unknownReview } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { documentsOfClaims } from '../store/queries/claims.ts'
import { incidentsByCode, incidentWithCheck } from '../store/queries/incidents.ts'
import { findReview } from '../store/queries/reviews.ts'
import { tollChecks } from './list-checks.ts'

type Target = Pick<ReviewRecord, 'target' | 'on'>

/** A review by its id, as a reader of this store sees it. Throws a Problem when there is none. */
export const findReviewIn = async (store: Store, id: string): Promise<ReviewRecord> => {
  const found = await findReview(store.db, id)
  if (found === null) throw unknownReview(id)
  return toReviewRecord(found.review)
}

/** The documents behind what was reviewed. Throws a Problem for a check that is not there. */
export const documentsOfReviews = async (store: Store, reviews: readonly Target[]): Promise<readonly string[]> => {
  const on = (target: Target['target']) => reviews.filter((review) => review.target === target).map((one) => one.on)
  const claims = await documentsOfClaims(store.db, on('claim'))
  const incidents = await incidentsByCode(store.db, on('incident'))
  const checks = await Promise.all([...new Set(on('check'))].map((id) => documentsOfCheck(store, id)))
  return [...claims.values(), ...incidents.flatMap(({ documents }) => documents), ...checks.flat()]
}

const documentsOfCheck = async (store: Store, id: string): Promise<readonly string[]> => {
  const incident = await incidentWithCheck(store.db, id)
  if (incident !== null) return incident.documents
  for await (const check of tollChecks(store))
    if (check.id === id) return [...(await documentsOfClaims(store.db, check.claims)).values()]
  throw unknownCheck(id)
}
