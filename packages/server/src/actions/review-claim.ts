import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { ReviewRecord } from '@sijil/core/contract/review-record.js'
import { toReviewRecord } from '@sijil/core/contract/review-record.js'
import { shapeProblem } from '@sijil/core/contract/shape-problem.js'
import type { Claim, ClaimId } from '@sijil/core/model/claim.js'
import type { Place } from '@sijil/core/model/place.js'
import type { ClaimField, Review, ReviewDecision } from '@sijil/core/model/review.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { isRejectable } from '@sijil/core/stages/review/claim-with.js'
import { claimValueAt, readClaimValue } from '@sijil/core/stages/review/read-claim-value.js'
import { aboutOf } from '@sijil/core/stages/review/review-claims.js'
import { cannotReview, unknownClaim } from '../problems/record.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { claimsAsRead, claimsById, placesAsRead, placesOfDocuments } from '../store/queries/claims.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { incidentsByCode } from '../store/queries/incidents.ts'
import { linksOfClaims } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertReview } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { claimRecordOf } from './claim-record-of.ts'
import { expectNotCoded } from './coding/expect-not-coded.ts'
import { expectClaim } from './expect-claim.ts'
import { relinkFor } from './judge.ts'
import { contextNow, type Deciding, makeReview } from './keep-review.ts'
import { locateValues } from './locate-values.ts'
import { refreshReviewed } from './refresh-reviewed.ts'

/** What a person decided about one field of a claim. `value` is for `correct`, in the shape of the field. */
export interface ClaimDecision extends Deciding {
  readonly claim: string
  readonly field: ClaimField
  readonly decision: Exclude<ReviewDecision, 'add'>
  readonly value?: unknown
  /** The double coding that it comes of. */
  readonly coding?: string
}

/** A review, and what it was on as it stands now. */
export interface ClaimReviewed {
  readonly review: ReviewRecord
  readonly claim: ClaimRecord
}

/**
 * Keeps a person's decision on one field of a claim and brings the record up to date by it. Throws a Problem for a claim
 * that is not there, a value of the wrong shape, and a version that is no longer the one that stands.
 */
export const reviewClaim = async (store: Store, decision: ClaimDecision): Promise<ClaimReviewed> => {
  const context = decision.field === 'places' ? await contextNow(store, decision.at) : null
  const review = await transact(store.db, 'judge', (tx) => keepClaimReview(tx, decision, context))
  await relinkFor(store, decision.at)
  return { review: toReviewRecord(review), claim: await claimRecordOf(store, decision.claim) }
}

/** The same within a transaction of many decisions; the record is brought up to date when it has ended. */
export const keepClaimReview = async (tx: Db, decision: ClaimDecision, context: Context | null): Promise<Review> => {
  const [claim] = await claimsById(tx, [decision.claim])
  if (claim === undefined) throw unknownClaim(decision.claim)
  await expectNotCoded(tx, claim.document, decision.coding)
  await expectClaim(tx, claim.id, decision)
  const made = await madeReview(tx, claim, decision, context)
  await insertReview(tx, made, claim.document)
  await refreshReviewed(tx, [claim.document])
  await appendLog(tx, 'reviews', { reviews: [made] })
  return made
}

const madeReview = async (
  tx: Db,
  claim: Claim,
  { field, decision, value, by, reason, at }: ClaimDecision,
  context: Context | null,
): Promise<Review> => {
  const read = (await claimsAsRead(tx, [claim.document], { persons: true })).find(({ id }) => id === claim.id) ?? claim
  const lay = (await placesAsRead(tx, [claim.document])).find((one) => one.claim === claim.id)?.places ?? []
  return makeReview({
    target: 'claim',
    on: claim.id,
    field,
    decision,
    value: await decidedValue(tx, claim, { field, decision, value }, context),
    machine: claimValueAt(read, lay, field),
    passage: {
      document: claim.document,
      start: claim.start,
      end: claim.end,
      about: aboutOf(read),
      siblings: await siblingsOf(tx, claim),
    },
    by,
    reason,
    at,
  })
}

const decidedValue = async (
  tx: Db,
  claim: Claim,
  { field, decision, value }: Pick<ClaimDecision, 'field' | 'decision' | 'value'>,
  context: Context | null,
): Promise<unknown> => {
  if (decision === 'reject') {
    if (!isRejectable(field)) throw cannotReview(field, 'it can only be accepted or corrected')
    return null
  }
  if (decision === 'accept') {
    const places = (await placesOfDocuments(tx, [claim.document])).find((one) => one.claim === claim.id)
    return claimValueAt(claim, places?.places ?? [], field)
  }
  if (field === 'claim') throw cannotReview(field, 'a whole claim can only be accepted or rejected: correct its fields')
  if (!('metric' in claim) && COUNTED.has(field)) throw cannotReview(field, 'the claim gives no number of people')
  const [text] = await loadDocuments(tx, [claim.document])
  if (text === undefined) throw unknownClaim(claim.id)
  const locate: Parameters<typeof readClaimValue>[2]['locate'] = (mentions, values) =>
    context === null ? mentions.map((): Place | null => null) : locateValues(mentions, values, { claim, text, context })
  const read = shapeProblem(field, () => readClaimValue(field, value, { text: text.text.content, span: claim, locate }))
  await expectTie(tx, claim, field, read)
  return read
}

const COUNTED: ReadonlySet<ClaimField> = new Set(['metric', 'count', 'status', 'groups', 'scope', 'part', 'restates'])

/** A part, or a restatement, is of another claim of its own document. */
const expectTie = async (tx: Db, claim: Claim, field: ClaimField, value: unknown): Promise<void> => {
  const to =
    field === 'part' ? (value as { of: ClaimId | null }).of : field === 'restates' ? (value as ClaimId | null) : null
  if (to === null) return
  const [other] = await claimsById(tx, [to])
  if (other === undefined) throw unknownClaim(to)
  if (other.document !== claim.document || other.id === claim.id)
    throw cannotReview(field, `${to} is no other claim of the same document`)
}

/** The other claims of the incidents that a claim feeds. */
const siblingsOf = async (tx: Db, claim: Claim): Promise<readonly ClaimId[]> => {
  const links = await linksOfClaims(tx, [claim.id])
  const incidents = await incidentsByCode(
    tx,
    links.map(({ incident }) => incident),
  )
  return [...new Set(incidents.flatMap(({ claims }) => claims))].filter((id) => id !== claim.id).sort()
}
