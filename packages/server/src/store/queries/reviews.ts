import type { Review, ReviewId } from '@sijil/core/model/review.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { COUNTED } from './keyset.ts'
import { unqueueClaim } from './queue.ts'

type Row = Selectable<Tables['reviews']> & {
  readonly withdrawn_by: string | null
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
}

const toReview = (row: Row): Review => ({
  kind: 'review',
  id: row.id as ReviewId,
  target: row.target,
  on: row.target_id,
  field: row.field as Review['field'],
  decision: row.decision,
  value: row.value,
  machine: row.machine,
  passage: row.passage,
  by: row.by_whom,
  reason: row.reason,
  at: row.at,
  withdrawn:
    row.withdrawn_by === null
      ? null
      : { by: row.withdrawn_by, at: row.withdrawn_at ?? '', reason: row.withdrawn_reason ?? '' },
})

const reviewed = (db: Db) =>
  db
    .selectFrom('reviews')
    .leftJoin('review_withdrawals as w', 'w.review_id', 'reviews.id')
    .selectAll('reviews')
    .select(['w.by_whom as withdrawn_by', 'w.at as withdrawn_at', 'w.reason as withdrawn_reason'])
    .orderBy('reviews.seq')

/** Keeps a review. `home` is the document of a claim, or the code of an incident or of a check's incident. */
export const insertReview = async (db: Db, review: Review, home: string | null): Promise<void> => {
  const { id, target, on, field, decision, value, machine, passage, by, reason, at } = review
  await sql`
    insert into reviews (id, target, target_id, home, field, decision, value, machine, passage, by_whom, reason, at)
    values (${id}, ${target}, ${on}, ${home}, ${field}, ${decision}, ${json(value)}::jsonb, ${json(machine)}::jsonb,
            ${json(passage)}::jsonb, ${by}, ${reason}, ${at})
    on conflict do nothing`.execute(db)
  if (target === 'claim') await unqueueClaim(db, on)
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

export const insertReviewWithdrawal = async (
  db: Db,
  id: string,
  withdrawn: NonNullable<Review['withdrawn']>,
): Promise<void> => {
  await db
    .insertInto('review_withdrawals')
    .values({ review_id: id, by_whom: withdrawn.by, reason: withdrawn.reason, at: withdrawn.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A review with what it belongs to. */
export const findReview = async (
  db: Db,
  id: string,
): Promise<{ readonly review: Review; readonly home: string | null } | null> => {
  const row = await reviewed(db).where('reviews.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { review: toReview(row), home: row.home }
}

/** Reviews on any of these claims, incidents or checks, in the order in which they were made. */
export const reviewsOn = async (db: Db, targets: readonly string[]): Promise<readonly Review[]> => {
  if (targets.length === 0) return []
  const rows = await reviewed(db).where('reviews.target_id', '=', sql<string>`any(${targets})`).execute()
  return rows.map(toReview)
}

/** Reviews on claims of these documents. */
export const reviewsOfDocuments = async (db: Db, documents: readonly string[]): Promise<readonly Review[]> => {
  if (documents.length === 0) return []
  const rows = await reviewed(db)
    .where('reviews.target', '=', 'claim')
    .where('reviews.home', '=', sql<string>`any(${documents})`)
    .execute()
  return rows.map(toReview)
}

/** Reviews on incidents, and on checks of incidents, whose codes stand by any of these claims. */
export const reviewsOfIncidents = async (db: Db, claims: readonly string[]): Promise<readonly Review[]> => {
  if (claims.length === 0) return []
  const rows = await reviewed(db)
    .where('reviews.target', '!=', 'claim')
    .where(sql<boolean>`reviews.home in (select code from codes where claim_id = any(${claims}))`)
    .execute()
  return rows.map(toReview)
}

/** What narrows a listing of reviews; what is left out does not. */
export interface ReviewsWanted {
  readonly on?: string
  readonly by?: string
  readonly standing?: boolean
}

const wantedReviews = (db: Db, { on, by, standing }: ReviewsWanted) =>
  reviewed(db)
    .$if(on !== undefined, (q) => q.where('reviews.target_id', '=', on ?? ''))
    .$if(by !== undefined, (q) => q.where('reviews.by_whom', '=', by ?? ''))
    .$if(standing === true, (q) => q.where('w.review_id', 'is', null))

/** All reviews, in the order in which they were made. */
export const allReviews = async (db: Db, wanted: ReviewsWanted): Promise<readonly Review[]> =>
  (await wantedReviews(db, wanted).execute()).map(toReview)

/** The same after one of them, each with its number in that order. */
export const pageOfReviews = async (
  db: Db,
  wanted: ReviewsWanted,
  after: number,
  size: number,
): Promise<readonly { readonly seq: number; readonly review: Review }[]> => {
  const rows = await wantedReviews(db, wanted).where('reviews.seq', '>', after).limit(size).execute()
  return rows.map((row) => ({ seq: row.seq, review: toReview(row) }))
}

/** How many that are, no further than one above `COUNTED`. */
export const countReviews = async (db: Db, wanted: ReviewsWanted): Promise<number> =>
  (
    await wantedReviews(db, wanted)
      .limit(COUNTED + 1)
      .execute()
  ).length
