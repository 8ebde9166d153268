// Learnt by bench/links/learn-weights.ts from claims linked by hand; learn them anew rather than edit them.
import type { Weights } from './log-odds.ts'

/** Between two statements of one document. */
export const WITHIN: Weights = {
  /** any two statements, before anything is known */
  bias: -0.95,
  /** the same place */
  placeSame: 1.68,
  /** the same place, a town so big that much happens there */
  placeBig: -0.03,
  /** places close to each other */
  placeNear: 1,
  /** place names alike, position unknown */
  placeLike: 0.77,
  /** one place within the other */
  placeInside: 1.1,
  /** a known town, and a place on no map that may be a quarter of it */
  placeMayHold: -0.53,
  /** different place names, position unknown */
  placeUnlike: -1.12,
  /** no place to compare */
  placeUnknown: -0.64,
  /** the same day or days */
  timeSame: 1.45,
  /** days that overlap */
  timeOverlap: -0.7,
  /** days next to each other */
  timeNext: -4.19,
  /** a time known only within more than a week */
  timeVague: -0.14,
  /** no time to compare */
  timeUnknown: -0.5,
  /** the same means */
  meansSame: 1.63,
  /** means that reports take for each other */
  meansKin: -0.69,
  /** different means */
  meansDiffer: -0.92,
  /** the same alleged perpetrator */
  actorsSame: 0.3,
  /** different alleged perpetrators */
  actorsDiffer: -0.59,
  /** civilians here, combatants there */
  statusDiffer: -1.4,
  /** the same number of children, women, … */
  groupsSame: 0.24,
  /** different numbers of children, women, … */
  groupsDiffer: -0.3,
  /** the same number */
  countSame: 1.72,
  /** the same number, ten or more */
  countSameBig: 0.59,
  /** the same numbers of two harms: so many dead, so many hurt */
  countSameTwice: 0,
  /** numbers that may be one toll rising */
  countNear: 0.09,
  /** numbers far apart */
  countApart: -0.61,
  /** neither place nor number is known to be the same */
  otherStory: -0.17,
  /** one report repeats passages of the other */
  reuse: 0,
  /** the same source */
  speakerSame: 0.04,
  /** the document says it again */
  restates: 5,
  /** an addend of the other, which counts one incident */
  partOf: 1.89,
  /** some of the people the other counts */
  subsetOf: 4,
  /** two addends of one sum */
  siblings: -1.96,
  /** one is an addend of a sum, the other is outside it */
  outsideSum: -1.54,
  /** told close to each other */
  close: 0.49,
  /** first the wider area, then the place: how a report opens */
  broadFirst: 0.25,
  /** first the place, then a wider area: another event, as a rule */
  broadLater: -2.63,
}

/** Between what two documents say. */
export const ACROSS: Weights = {
  /** any two statements, before anything is known */
  bias: -2.5,
  /** the same place */
  placeSame: 3,
  /** the same place, a town so big that much happens there */
  placeBig: -0.7,
  /** places close to each other */
  placeNear: 1.5,
  /** place names alike, position unknown */
  placeLike: 1.5,
  /** one place within the other */
  placeInside: 1.1,
  /** a known town, and a place on no map that may be a quarter of it */
  placeMayHold: -1.5,
  /** different place names, position unknown */
  placeUnlike: -3,
  /** no place to compare */
  placeUnknown: -0.5,
  /** the same day or days */
  timeSame: 1.5,
  /** days that overlap */
  timeOverlap: 0.5,
  /** days next to each other */
  timeNext: -1,
  /** a time known only within more than a week */
  timeVague: -1,
  /** no time to compare */
  timeUnknown: -2,
  /** the same means */
  meansSame: 1,
  /** means that reports take for each other */
  meansKin: 0.3,
  /** different means */
  meansDiffer: -1.5,
  /** the same alleged perpetrator */
  actorsSame: 0.7,
  /** different alleged perpetrators */
  actorsDiffer: -0.7,
  /** civilians here, combatants there */
  statusDiffer: -0.7,
  /** the same number of children, women, … */
  groupsSame: 1,
  /** different numbers of children, women, … */
  groupsDiffer: -0.5,
  /** the same number */
  countSame: 1.2,
  /** the same number, ten or more */
  countSameBig: 1,
  /** the same numbers of two harms: so many dead, so many hurt */
  countSameTwice: 1.2,
  /** numbers that may be one toll rising */
  countNear: 0.3,
  /** numbers far apart */
  countApart: -1,
  /** neither place nor number is known to be the same */
  otherStory: -0.5,
  /** one report repeats passages of the other */
  reuse: 2.5,
  /** the same source */
  speakerSame: 0.5,
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
