import type { Draft } from '../draft.ts'

/** The number as it stands in the words ("more than 50" → 50), times its places where it holds for each; null for vague ones. */
export const statedNumber = (draft: Draft | undefined): number | null => {
  if (draft === undefined) return null
  const { low, high, hedge, each } = draft.core.count
  const number = hedge === 'more_than' && low !== null ? low - 1 : (low ?? high)
  if (number === null) return null
  return each ? number * Math.max(1, draft.slots.places.length) : number
}
