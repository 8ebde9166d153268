import type { Vote } from '../votes.ts'
import { type Answer, claimsOf, listed, NOTHING, type Policy, pointOf, says } from './policy.ts'

/**
 * The range culture (Airwars, Iraq Body Count): from the lowest to the highest final count of independent origins. A sum of
 * parts is a floor; "at least" leaves the top open unless another origin's closed number is above it; a belligerent's word
 * on its enemy's losses raises the top only; vague words count only where nobody gives a number.
 */
export const range: Policy = {
  name: 'range',
  version: '1',
  rule: 'lowest to highest final count, one vote an origin; "at least" leaves the top open',
  answer: (votes) => {
    const credible = votes.filter((vote) => !vote.enemy)
    const numbered = credible.filter((vote) => pointOf(vote) !== null)
    if (numbered.length > 0)
      return fromNumbers(
        numbered,
        votes.filter((vote) => vote.enemy),
      )
    const enemy = votes.filter((vote) => vote.enemy && pointOf(vote) !== null)
    return enemy.length > 0 ? fromEnemies(enemy) : fromWords(votes)
  },
}

const fromNumbers = (numbered: readonly Vote[], enemies: readonly Vote[]): Answer => {
  const counts = numbered.filter((vote) => !vote.floor)
  const lowest = least(counts.length > 0 ? counts : numbered)
  const floor = Math.max(0, ...numbered.filter((vote) => vote.floor).map((vote) => vote.low ?? 0))
  const low = Math.max(lowest ?? 0, floor)
  const top = topOf(numbered, low)
  const high = top === null ? null : Math.max(top, low, ...enemies.map((vote) => pointOf(vote) ?? 0))
  const best = within(medianOf(counts.length > 0 ? counts : numbered), low, high)
  const setLow = numbered.filter((vote) => vote.low === low)
  const setHigh =
    high === null
      ? openVotes(numbered)
      : [...numbered, ...enemies].filter((vote) => vote.high === high || (vote.enemy && vote.low === high))
  return {
    low,
    high,
    best,
    lowBy: claimsOf(setLow.length > 0 ? setLow : numbered),
    highBy: claimsOf(setHigh),
    bestBy: claimsOf(numbered.filter((vote) => pointOf(vote) === best)),
    why: whyOf(numbered, enemies, floor > (lowest ?? 0)),
  }
}

const least = (votes: readonly Vote[]): number | null => {
  const lows = votes.flatMap((vote) => vote.low ?? [])
  return lows.length === 0 ? null : Math.min(...lows)
}

/** The highest closed number; null (open) where an open one reaches it or none is closed. */
const topOf = (votes: readonly Vote[], low: number): number | null => {
  const closed = votes.flatMap((vote) => vote.high ?? [])
  if (closed.length === 0) return null
  const top = Math.max(...closed)
  const open = openVotes(votes).map((vote) => vote.low ?? 0)
  return top < low || open.some((reach) => reach >= top) ? null : top
}

const openVotes = (votes: readonly Vote[]): readonly Vote[] => votes.filter((vote) => vote.high === null)

/** The lower of the two middle ones where they are even in number. */
const medianOf = (votes: readonly Vote[]): number | null => {
  const points = votes.flatMap((vote) => pointOf(vote) ?? []).sort((a, b) => a - b)
  return points[Math.floor((points.length - 1) / 2)] ?? null
}

const within = (value: number | null, low: number, high: number | null): number | null =>
  value === null ? null : Math.min(Math.max(value, low), high ?? Number.POSITIVE_INFINITY)

const fromEnemies = (votes: readonly Vote[]): Answer => {
  const open = votes.some((vote) => vote.high === null)
  return {
    low: 0,
    high: open ? null : Math.max(...votes.map((vote) => vote.high ?? 0)),
    best: null,
    lowBy: [],
    highBy: claimsOf(votes),
    bestBy: [],
    why: `${listed(votes.map(says))}: only a belligerent's word on its enemy's losses, which sets no lowest and no best number`,
  }
}

const fromWords = (votes: readonly Vote[]): Answer => {
  const vague = votes.filter((vote) => vote.vague !== null)
  if (vague.length === 0)
    return votes.length === 0 ? NOTHING : { ...NOTHING, high: null, best: null, why: 'told without a number' }
  const enemy = vague.every((vote) => vote.enemy)
  return {
    low: enemy ? 0 : Math.min(...vague.filter((vote) => !vote.enemy).map((vote) => vote.vague?.least ?? 0)),
    high: null,
    best: null,
    lowBy: enemy ? [] : claimsOf(vague),
    highBy: claimsOf(vague),
    bestBy: [],
    why: 'no origin gives a number: the low is the fewest that the words can mean',
  }
}

const whyOf = (numbered: readonly Vote[], enemies: readonly Vote[], floored: boolean): string => {
  const base =
    numbered.length === 1
      ? `${listed(numbered.map(says))}: one origin`
      : `${listed(numbered.map(says))}: ${numbered.length} origins`
  const replaced = numbered.reduce((sum, vote) => sum + vote.superseded.length, 0)
  return [
    base,
    ...(floored ? ['the sum of the parts is the floor'] : []),
    ...(replaced > 0
      ? [
          `${replaced} earlier ${replaced === 1 ? 'statement was' : 'statements were'} replaced by a later one of the same origin`,
        ]
      : []),
    ...(enemies.length > 0 ? [`${listed(enemies.map(says))}: a belligerent on its enemy, so the top only`] : []),
  ].join('; ')
}
