// Learnt by bench/links/learn-weights.ts from claims linked by hand; learn them anew rather than edit them.
import type { Weights } from './log-odds.ts'

/** Between two statements of one document. */
export const WITHIN: Weights = {
  /** any two statements, before anything is known */
  bias: -1.29,
  /** the same place */
  placeSame: 1.91,
  /** places close to each other */
  placeNear: 1,
  /** place names alike, position unknown */
  placeLike: 0.68,
  /** one place within the other */
  placeInside: 0.99,
  /** a known town, and a place on no map that may be a quarter of it */
  placeMayHold: -0.57,
  /** different place names, position unknown */
  placeUnlike: -1.77,
  /** no place to compare */
  placeUnknown: -0.33,
  /** the same day or days */
  timeSame: 1.71,
  /** days that overlap */
  timeOverlap: -0.66,
  /** days next to each other */
  timeNext: -5.04,
  /** a time known only within more than a week */
  timeVague: -0.1,
  /** no time to compare */
  timeUnknown: -0.5,
  /** the same means */
  meansSame: 1.43,
  /** means that reports take for each other */
  meansKin: -0.25,
  /** different means */
  meansDiffer: -0.93,
  /** the same alleged perpetrator */
  actorsSame: 0.65,
  /** different alleged perpetrators */
  actorsDiffer: -0.65,
  /** civilians here, combatants there */
  statusDiffer: -1.71,
  /** the same number of children, women, … */
  groupsSame: 0,
  /** different numbers of children, women, … */
  groupsDiffer: -0.3,
  /** the same number */
  countSame: 1.66,
  /** the same number, ten or more */
  countSameBig: 0.81,
  /** numbers that may be one toll rising */
  countNear: 0.1,
  /** numbers far apart */
  countApart: -0.85,
  /** one report repeats passages of the other */
  reuse: 0,
  /** the same source */
  speakerSame: -0.14,
  /** the document says it again */
  restates: 5,
  /** an addend of the other, which counts one incident */
  partOf: 1.88,
  /** some of the people the other counts */
  subsetOf: 4,
  /** two addends of one sum */
  siblings: -2.24,
  /** one is an addend of a sum, the other is outside it */
  outsideSum: -1.48,
  /** told close to each other */
  close: 0.42,
  /** first the wider area, then the place: how a report opens */
  broadFirst: 0.38,
  /** first the place, then a wider area: another event, as a rule */
  broadLater: -2.11,
}

/** Between what two documents say. */
export const ACROSS: Weights = {
  /** any two statements, before anything is known */
  bias: -2.03,
  /** the same place */
  placeSame: 2.53,
  /** places close to each other */
  placeNear: 1.5,
  /** place names alike, position unknown */
  placeLike: 1.5,
  /** one place within the other */
  placeInside: 0.81,
  /** a known town, and a place on no map that may be a quarter of it */
  placeMayHold: -1.29,
  /** different place names, position unknown */
  placeUnlike: -2.53,
  /** no place to compare */
  placeUnknown: -0.25,
  /** the same day or days */
  timeSame: 1.56,
  /** days that overlap */
  timeOverlap: 0.58,
  /** days next to each other */
  timeNext: -1.13,
  /** a time known only within more than a week */
  timeVague: -0.53,
  /** no time to compare */
  timeUnknown: -1.55,
  /** the same means */
  meansSame: 1.74,
  /** means that reports take for each other */
  meansKin: 0.06,
  /** different means */
  meansDiffer: -1.53,
  /** the same alleged perpetrator */
  actorsSame: 0.74,
  /** different alleged perpetrators */
  actorsDiffer: -0.72,
  /** civilians here, combatants there */
  statusDiffer: -0.94,
  /** the same number of children, women, … */
  groupsSame: 1,
  /** different numbers of children, women, … */
  groupsDiffer: -0.5,
  /** the same number */
  countSame: 1.19,
  /** the same number, ten or more */
  countSameBig: 0.98,
  /** numbers that may be one toll rising */
  countNear: 0.28,
  /** numbers far apart */
  countApart: -1,
  /** one report repeats passages of the other */
  reuse: 2.5,
  /** the same source */
  speakerSame: 0.42,
  /** the document says it again */
  restates: 0,
  /** an addend of the other, which counts one incident */
  partOf: 0,
  /** some of the people the other counts */
  subsetOf: 0,
  /** two addends of one sum */
  siblings: 0,
  /** one is an addend of a sum, the other is outside it */
  outsideSum: 0,
  /** told close to each other */
  close: 0,
  /** first the wider area, then the place: how a report opens */
  broadFirst: 0,
  /** first the place, then a wider area: another event, as a rule */
  broadLater: 0,
}
