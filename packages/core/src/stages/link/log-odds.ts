import type { Feature, Features } from './features.ts'

/** How much each feature counts, as log-odds that two statements speak of one incident. */
export type Weights = Readonly<Record<Feature, number>>

/** The log-odds of a pair. */
export const logOdds = (features: Features | null, weights: Weights): number => {
  if (features === null) return Number.NEGATIVE_INFINITY
  let sum = 0
  for (const [feature, value] of Object.entries(features)) sum += value * weights[feature as Feature]
  return sum
}
