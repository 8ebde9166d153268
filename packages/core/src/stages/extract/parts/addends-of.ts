import type { Draft } from '../draft.ts'
import { statedNumber } from './stated-number.ts'

/** No breakdown in news has more addends. */
const MOST_ADDENDS = 16

/**
 * The claims that follow one another in the text and come to exactly the total: "26 … nine in A, eight in B …". The run
 * nearest to the total wins; a single claim never is one.
 */
export const addendsOf = (drafts: readonly Draft[], total: number, rivals: readonly number[]): readonly number[] => {
  const wanted = statedNumber(drafts[total])
  if (wanted === null || wanted < 2) return []
  const counted = rivals.filter((i) => statedNumber(drafts[i]) !== null)
  let best: readonly number[] = []
  let nearest = Number.POSITIVE_INFINITY
  for (let from = 0; from < counted.length; from++) {
    const run = runFrom(drafts, counted, from, wanted)
    const distance = Math.abs((counted[from] ?? 0) - total)
    if (run.length < 2 || distance >= nearest) continue
    best = run
    nearest = distance
  }
  return best
}

const runFrom = (
  drafts: readonly Draft[],
  counted: readonly number[],
  from: number,
  wanted: number,
): readonly number[] => {
  let sum = 0
  for (let to = from; to < Math.min(counted.length, from + MOST_ADDENDS); to++) {
    sum += statedNumber(drafts[counted[to] ?? -1]) ?? 0
    if (sum === wanted) return counted.slice(from, to + 1)
    if (sum > wanted) return []
  }
  return []
}
