import type { Review, ReviewTarget } from '../../model/review.ts'

/**
 * The reviews that hold: of several on one field the newest that nobody withdrew, whatever order they come in. By what
 * they are on, each with its field.
 */
export const standingReviews = (
  reviews: readonly Review[],
  target: ReviewTarget,
): ReadonlyMap<string, readonly Review[]> => {
  const standing = new Map<string, Map<string, Review>>()
  for (const review of [...reviews].sort(byTime)) {
    if (review.target !== target || review.withdrawn !== null) continue
    const fields = standing.get(review.on) ?? new Map<string, Review>()
    standing.set(review.on, fields.set(review.field, review))
  }
  return new Map([...standing].map(([on, fields]) => [on, [...fields.values()].sort(byField)]))
}

/** The older first; of one instant the lesser id. */
export const byTime = (a: Review, b: Review): number =>
  a.at === b.at ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.at < b.at ? -1 : 1

const byField = (a: Review, b: Review): number => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0)
