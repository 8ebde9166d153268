import type { Metric } from '../../../model/claim.ts'
import type { Draft } from '../draft.ts'
import { otherMeans, sameSide, touchingDays } from './same-event.ts'
import { statedNumber } from './stated-number.ts'

/** A total and the claims that add up to it, by their places among the drafts. */
export interface Sum {
  readonly total: number
  readonly addends: readonly number[]
}

/** No breakdown in news has more addends. */
const MOST_ADDENDS = 16
/** "more than 100" may be the round word for a sum up to this much above it. */
const ROUNDING = 1.1
/** A sum of so many addends in a row is no accident, whatever is told of them. */
const NO_ACCIDENT = 3

/**
 * The runs of claims that come to exactly a total: "26 … nine in A, eight in B …". Addends follow one another in the text
 * and follow their total; in front of it they may stand only where it is called a toll. The longest runs come first. "19 more
 * were hurt" after others of that harm is an addend, never a sum; "12 others hurt" beside the dead may be one.
 */
export const sumsOf = (
  drafts: readonly Draft[],
  heads: readonly number[],
  mayBelong: (part: number, total: number) => boolean,
): readonly Sum[] => {
  const counted = new Set<Metric>()
  const sums = heads.flatMap((total, at) => {
    const draft = drafts[total]
    if (draft === undefined) return []
    const isAddition = draft.core.more && counted.has(draft.core.metric)
    counted.add(draft.core.metric)
    if (draft.core.partial !== null || isAddition) return []
    const near = heads.slice(Math.max(0, at - NEAR), at + NEAR)
    return runsOf(
      drafts,
      total,
      near.filter((i) => i !== total && mayBelong(i, total)),
    )
  })
  return sums.sort((a, b) => b.addends.length - a.addends.length || a.total - b.total)
}

/** Addends and their total stand at most so many claims apart. */
const NEAR = 40

const runsOf = (drafts: readonly Draft[], total: number, rivals: readonly number[]): readonly Sum[] => {
  const wanted = statedNumber(drafts[total])
  if (wanted === null || wanted < 2) return []
  const counted = rivals.filter((i) => statedNumber(drafts[i]) !== null)
  return counted.flatMap((start, from) => {
    if (start < total && !(drafts[total]?.core.rule.startsWith('toll') ?? false)) return []
    const addends = runFrom(drafts, counted, from, total, wanted)
    return isNoAccident(drafts, addends, total) ? [{ total, addends }] : []
  })
}

const runFrom = (
  drafts: readonly Draft[],
  counted: readonly number[],
  from: number,
  total: number,
  wanted: number,
): readonly number[] => {
  const open = drafts[total]?.core.count.hedge === 'more_than'
  let sum = 0
  for (let to = from; to < Math.min(counted.length, from + MOST_ADDENDS); to++) {
    sum += statedNumber(drafts[counted[to] ?? -1]) ?? 0
    const run = counted.slice(from, to + 1)
    const round = open && run.length >= NO_ACCIDENT && sum > wanted && sum <= wanted * ROUNDING
    if (sum === wanted || round) return run
    if (sum > wanted) return []
  }
  return []
}

const isNoAccident = (drafts: readonly Draft[], run: readonly number[], total: number): boolean => {
  const whole = drafts[total]
  if (whole === undefined || run.length < 2) return false
  return run.length >= NO_ACCIDENT || run.every((i) => mayBeOf(drafts[i], whole))
}

/** Two small numbers often come to a third: they must tell of the same days and kind of people, and of no other means. */
const mayBeOf = (addend: Draft | undefined, whole: Draft): boolean =>
  addend !== undefined && touchingDays(addend, whole) && sameSide(addend, whole) && !otherMeans(addend, whole)
