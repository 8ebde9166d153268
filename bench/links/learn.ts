/** Logistic regression with a Gaussian prior about what we would say without data. */

import { FEATURES, type Feature, type Features } from '../../packages/core/src/stages/link/features.ts'
import { logOdds, type Weights } from '../../packages/core/src/stages/link/log-odds.ts'

/** Two statements, whether they are of one incident, and how much they count. */
export interface Pair {
  readonly features: Features
  readonly same: boolean
  readonly weight: number
  /** The documents that the two stand in: what is held out together. */
  readonly documents: readonly string[]
}

const NAMES = Object.keys(FEATURES) as Feature[]
const ROUNDS = 600
/** Steps are small against the curvature: a pair's features sum to some ten, and a logistic bends by a quarter at most. */
const CURVATURE = 2.5

/** Weights learnt from pairs; `spread` is how far one may lie from its prior, as a standard deviation. */
export const learn = (pairs: readonly Pair[], prior: Weights, spread: number): Weights => {
  const kinds = joined(pairs).map(({ features, same, weight }) => ({
    at: Object.keys(features).map((name) => NAMES.indexOf(name as Feature)),
    values: Object.values(features),
    same: same ? 1 : 0,
    weight,
  }))
  const start = Float64Array.from(NAMES, (name) => prior[name])
  const weights = Float64Array.from(start)
  const step =
    1 /
    (CURVATURE *
      Math.max(
        1,
        kinds.reduce((sum, { weight }) => sum + weight, 0),
      ))
  const pull = step / spread ** 2
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(NAMES.length)
    for (const { at, values, same, weight } of kinds) {
      const sum = at.reduce((total, feature, i) => total + (weights[feature] ?? 0) * (values[i] ?? 0), 0)
      const error = weight * (same - 1 / (1 + Math.exp(-sum)))
      at.forEach((feature, i) => {
        slope[feature] = (slope[feature] ?? 0) + error * (values[i] ?? 0)
      })
    }
    for (let i = 0; i < weights.length; i++)
      weights[i] = ((weights[i] ?? 0) + step * (slope[i] ?? 0) + pull * (start[i] ?? 0)) / (1 + pull)
  }
  return Object.fromEntries(NAMES.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100])) as Weights
}

/** Pairs of equal features count as one, with their weights together. */
const joined = (pairs: readonly Pair[]): readonly Pair[] => {
  const kinds = new Map<string, Pair>()
  for (const pair of pairs) {
    const key = JSON.stringify([pair.same, pair.features])
    const known = kinds.get(key)
    kinds.set(key, known === undefined ? pair : { ...known, weight: known.weight + pair.weight })
  }
  return [...kinds.values()]
}

/** Mean log loss. */
export const lossOf = (pairs: readonly Pair[], weights: Weights): number => {
  const total = pairs.reduce((sum, pair) => sum + pair.weight, 0)
  const losses = pairs.map(
    ({ features, same, weight }) => weight * Math.log1p(Math.exp((same ? -1 : 1) * logOdds(features, weights))),
  )
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(total, 1e-9)
}
