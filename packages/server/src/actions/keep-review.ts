import type { ReviewRecord } from '@sijil/core/contract/review-record.js'
import { toReviewRecord } from '@sijil/core/contract/review-record.js'
import { contentId } from '@sijil/core/model/hash.js'
import type { Review, ReviewId } from '@sijil/core/model/review.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { staleVersion } from '../problems/record.ts'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { loadContext } from '../sources/load-context.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Store } from '../store/open-store.ts'

/** Who decided, why and when; `sees` is the version that they saw. */
export interface Deciding {
  readonly by: string
  readonly reason: string
  /** ISO instant. */
  readonly at: string
  readonly sees?: string | undefined
}

/** A review from its parts. */
export const makeReview = (parts: Omit<Review, 'kind' | 'id' | 'withdrawn'>): Review => {
  const { target, on, field, decision, value, by, reason, at } = parts
  const id = contentId('review', target, on, field, decision, canonicalJson(value ?? null), by, reason, at) as ReviewId
  return { kind: 'review', id, ...parts, withdrawn: null }
}

/** Refuses a write by somebody who saw another version than the one that stands. Throws a Problem of kind `conflict`. */
export const expectVersion = (
  what: string,
  { sees }: Pick<Deciding, 'sees'>,
  now: string,
  since: readonly Review[],
): void => {
  if (sees !== undefined && sees !== now)
    throw staleVersion(what, sees, now, since.map(toReviewRecord) as ReviewRecord[])
}

/** Refuses what would replace another than was seen; `null` is for nothing, undefined for whatever stands. */
export const expectReplaced = (
  what: string,
  replaces: string | null | undefined,
  standing: string | undefined,
): void => {
  if (replaces !== undefined) expectVersion(what, { sees: replaces ?? NONE }, standing ?? NONE, [])
}

const NONE = 'none'

/** What places are located with: the gazetteers in use. */
export const contextNow = async (store: Store, at: string): Promise<Context> =>
  loadContext({ today: at.slice(0, 10), gazetteers: await importedIndexes(store) })
