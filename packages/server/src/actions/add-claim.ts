import { toReviewRecord } from '@sijil/core/contract/review-record.js'
import type { AddedClaim } from '@sijil/core/contract/review-values.js'
import { addedClaimSchema } from '@sijil/core/contract/review-values.js'
import { shapeProblem } from '@sijil/core/contract/shape-problem.js'
import type { Review } from '@sijil/core/model/review.js'
import type { Span } from '@sijil/core/model/span.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { type MadeClaim, makeClaim } from '@sijil/core/stages/review/make-claim.js'
import { aboutOf } from '@sijil/core/stages/review/review-claims.js'
import { ambiguousDocument, cannotReview, noSuchPassage, unknownDocument } from '../problems/record.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById, insertClaimPlaces, insertClaims } from '../store/queries/claims.ts'
import { documentsNamed, loadDocuments } from '../store/queries/documents.ts'
import { appendLog } from '../store/queries/log.ts'
import { insertReview } from '../store/queries/reviews.ts'
import { transact } from '../store/transact.ts'
import { claimRecordOf } from './claim-record-of.ts'
import { expectNotCoded } from './coding/expect-not-coded.ts'
import { relinkFor } from './judge.ts'
import { contextNow, type Deciding, makeReview } from './keep-review.ts'
import { locateValues } from './locate-values.ts'
import { refreshReviewed } from './refresh-reviewed.ts'
import type { ClaimReviewed } from './review-claim.ts'

/** A claim that the machine missed: where it stands, and what it says. */
export interface ClaimToAdd extends AddedClaim, Omit<Deciding, 'sees'> {
  /** The double coding that it comes of. */
  readonly coding?: string
}

/**
 * Adds a claim that the machine missed and brings the record up to date by it; withdrawing the review takes it out again.
 * Throws a Problem for a document or passage that is not there, and for fields of the wrong shape.
 */
export const addClaim = async (store: Store, claim: ClaimToAdd): Promise<ClaimReviewed> => {
  const context = await contextNow(store, claim.at)
  const review = await transact(store.db, 'judge', (tx) => keepAddedClaim(tx, claim, context))
  await relinkFor(store, claim.at)
  return { review: toReviewRecord(review), claim: await claimRecordOf(store, review.on) }
}

/** The same within a transaction of many decisions; the record is brought up to date when it has ended. */
export const keepAddedClaim = async (
  tx: Db,
  { by, reason, at, coding, ...sent }: ClaimToAdd,
  context: Context,
): Promise<Review> => {
  const added = shapeProblem('claim', () => addedClaimSchema.parse(sent))
  const text = await documentCalled(tx, added.doc)
  const span = spanOf(added, text)
  const frame = { document: text.document.id, by, span, text: text.text.content }
  const bare = shapeProblem('claim', () => makeClaim(added, { ...frame, locate: (all) => all.map(() => null) }))
  const made = makeClaim(added, {
    ...frame,
    locate: (mentions, values) => locateValues(mentions, values, { claim: bare.claim, text, context }),
  })
  const review = makeReview({
    target: 'claim',
    on: made.claim.id,
    field: 'claim',
    decision: 'add',
    value: null,
    machine: null,
    passage: { document: text.document.id, ...span, about: aboutOf(made.claim), siblings: [] },
    by,
    reason,
    at,
  })
  await expectNotCoded(tx, text.document.id, coding)
  await expectWhole(tx, made)
  await insertClaims(tx, [made.claim])
  await insertClaimPlaces(tx, 'person', [{ claim: made.claim.id, places: made.places }])
  await insertReview(tx, review, text.document.id)
  await refreshReviewed(tx, [text.document.id])
  await appendLog(tx, 'reviews', { reviews: [review], claims: [made.claim] })
  return review
}

const documentCalled = async (db: Db, name: string): Promise<DocumentText> => {
  const ids = await documentsNamed(db, name)
  if (ids.length > 1) throw ambiguousDocument(name, ids)
  const [text] = await loadDocuments(db, ids.length === 0 ? [name] : ids)
  if (text === undefined) throw unknownDocument(name)
  return text
}

/** The passage by its offsets, or by words that stand in the document once. */
const spanOf = ({ start, end, quote, doc }: AddedClaim, { text }: DocumentText): Span => {
  if (start !== undefined && end !== undefined) {
    if (start >= end || end > text.content.length)
      throw noSuchPassage(doc, `characters ${start} to ${end}`, 'are not in it')
    return { start, end }
  }
  if (quote === undefined) throw noSuchPassage(doc, 'the passage', 'is not told: give its words or its offsets')
  const first = text.content.indexOf(quote)
  if (first < 0) throw noSuchPassage(doc, `"${quote}"`, 'does not stand in it')
  if (text.content.indexOf(quote, first + 1) >= 0) throw noSuchPassage(doc, `"${quote}"`, 'stands in it more than once')
  return { start: first, end: first + quote.length }
}

/** The sum that it is a part of must be a claim of the same document. */
const expectWhole = async (tx: Db, { claim }: MadeClaim): Promise<void> => {
  if (claim.partOf === null) return
  const [whole] = await claimsById(tx, [claim.partOf])
  if (whole?.document !== claim.document) throw cannotReview('part', `${claim.partOf} is no claim of the same document`)
}
