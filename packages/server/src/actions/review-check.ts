import { type CheckRow, toCheckRecord } from '@sijil/core/contract/check-record.js'
import { type ReviewRecord, toReviewRecord } from '@sijil/core/contract/review-record.js'
import { checkVersion } from '@sijil/core/contract/versions.js'
import { standingReviews } from '@sijil/core/stages/review/standing-reviews.js'
import { unknownCheck } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { incidentsByCode, incidentWithCheck } from '../store/queries/incidents.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertReview, reviewsOn } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { relinkFor } from './judge.ts'
import { type Deciding, expectVersion, makeReview } from './keep-review.ts'
import { tollChecks } from './list-checks.ts'

/** What a person decided about a check: it is as it says, or it means nothing here. `sees` is the version of the check. */
export interface CheckDecision extends Deciding {
  readonly check: string
  readonly decision: 'accept' | 'dismiss'
}

/** A review, and the check as it stands now. */
export interface CheckReviewed {
  readonly review: ReviewRecord
  readonly check: CheckRow
}

/** Keeps a person's decision on a check. Throws a Problem when there is none of that id, or somebody decided since it was seen. */
export const reviewCheck = async (store: Store, decision: CheckDecision): Promise<CheckReviewed> => {
  const { check: id, by, reason, at } = decision
  const code = (await incidentWithCheck(store.db, id))?.code ?? null
  const found = code === null ? await tollCheck(store, id) : id
  if (found === null) throw unknownCheck(id)
  const review = makeReview({
    target: 'check',
    on: id,
    field: 'check',
    decision: decision.decision === 'accept' ? 'accept' : 'reject',
    value: null,
    machine: null,
    passage: null,
    by,
    reason,
    at,
  })
  await transact(store.db, 'judge', async (tx) => {
    const known = await reviewsOn(tx, [id])
    const standing = standingReviews(known, 'check').get(id)?.[0]?.id ?? null
    expectVersion(`the check ${id}`, decision, checkVersion(id, standing), known)
    const [incident] = code === null ? [] : await incidentsByCode(tx, [code])
    await insertReview(tx, review, code)
    if (incident !== undefined) await markToLink(tx, incident.documents)
    await appendLog(tx, 'reviews', { reviews: [review] })
  })
  await relinkFor(store, at)
  return { review: toReviewRecord(review), check: await checkRowOf(store, id) }
}

const tollCheck = async (store: Store, id: string): Promise<string | null> => {
  for await (const check of tollChecks(store)) if (check.id === id) return id
  return null
}

const checkRowOf = async (store: Store, id: string): Promise<CheckRow> => {
  const incident = await incidentWithCheck(store.db, id)
  const check = incident?.checks.find((one) => one.id === id)
  if (incident !== null && check !== undefined) return { ...toCheckRecord(check), incident: incident.code }
  for await (const one of tollChecks(store)) if (one.id === id) return { ...toCheckRecord(one), incident: null }
  throw unknownCheck(id)
}
