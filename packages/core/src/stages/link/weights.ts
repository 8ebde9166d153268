import type { Feature, Features } from './features.ts'

/** How much each feature counts, as log-odds that two statements speak of one incident. */
export type Weights = Readonly<Record<Feature, number>>

/** Between two statements of one document. */
export const WITHIN: Weights = {
  bias: -1,
  placeSame: 2,
  placeNear: 1,
  placeLike: 1,
  placeInside: 1,
  placeUnlike: -2.5,
  placeUnknown: 0,
  timeSame: 1,
  timeOverlap: 0.3,
  timeNext: -5,
  timeVague: 0,
  timeUnknown: -0.5,
  meansSame: 1,
  meansKin: 0,
  meansDiffer: -1.5,
  actorsSame: 0.5,
  actorsDiffer: -0.5,
  statusDiffer: -1,
  groupsSame: 0.5,
  groupsDiffer: -0.3,
  countSame: 1.5,
  countSameBig: 0.5,
  countNear: 0,
  countApart: -1,
  reuse: 0,
  speakerSame: 0.3,
  restates: 5,
  partOf: 2,
  subsetOf: 4,
  siblings: -2,
  close: 0.7,
  broadFirst: 0.7,
  broadLater: -3,
}

/** Between what two documents say. */
export const ACROSS: Weights = {
  bias: -2.5,
  placeSame: 3,
  placeNear: 1.5,
  placeLike: 1.5,
  placeInside: 0.8,
  placeUnlike: -3,
  placeUnknown: -0.5,
  timeSame: 1.5,
  timeOverlap: 0.5,
  timeNext: -1,
  timeVague: -1,
  timeUnknown: -2,
  meansSame: 1,
  meansKin: 0.3,
  meansDiffer: -1.5,
  actorsSame: 0.7,
  actorsDiffer: -0.7,
  statusDiffer: -0.7,
  groupsSame: 1,
  groupsDiffer: -0.5,
  countSame: 1.2,
  countSameBig: 1,
  countNear: 0.3,
  countApart: -1,
  reuse: 2.5,
  speakerSame: 0.5,
  restates: 0,
  partOf: 0,
  subsetOf: 0,
  siblings: 0,
  close: 0,
  broadFirst: 0,
  broadLater: 0,
}

/** The log-odds of a pair. */
export const logOdds = (features: Features | null, weights: Weights): number => {
  if (features === null) return Number.NEGATIVE_INFINITY
  let sum = 0
  for (const [feature, value] of Object.entries(features)) sum += value * weights[feature as Feature]
  return sum
}
