import { claimVersion } from '@sijil/core/contract/versions.js'
import type { Db } from '../store/database.ts'
import { judgementsNaming } from '../store/queries/judgements.ts'
import { reviewsOn } from '../store/queries/reviews.ts'
import { type Deciding, expectVersion } from './keep-review.ts'

/** Refuses a write by somebody who saw a claim before others reviewed or judged it. */
export const expectClaim = async (tx: Db, id: string, decision: Pick<Deciding, 'sees'>): Promise<void> => {
  if (decision.sees === undefined) return
  const reviews = await reviewsOn(tx, [id])
  expectVersion(`the claim ${id}`, decision, claimVersion(id, reviews, await judgementsNaming(tx, [id])), reviews)
}
