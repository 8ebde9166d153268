import type { Vote } from '../votes.ts'
import { type Answer, claimsOf, listed, NOTHING, type Policy, pointOf, says } from './policy.ts'

/** UCDP codes an unspecified plural as a low number. */
const UNSPECIFIED = 2

/**
 * Best, low and high as UCDP codes them: low and high are the lowest and highest reliable numbers, never open; best is the
 * number that most origins give, the lower where they are even; claims about an enemy's losses reach high only.
 */
export const ucdp: Policy = {
  name: 'ucdp',
  version: '1',
  rule: 'best is the number most origins give, the lower one where they are even; low and high are the extremes, never open',
  answer: (votes) => {
    const credible = votes
      .filter((vote) => !vote.enemy)
      .map(numberOf)
      .filter((vote) => vote.point !== null)
    const enemy = votes
      .filter((vote) => vote.enemy)
      .map(numberOf)
      .filter((vote) => vote.point !== null)
    if (credible.length === 0 && enemy.length === 0)
      return votes.length === 0 ? NOTHING : { ...NOTHING, why: 'no number to code' }
    return coded(credible, enemy)
  },
}

interface Numbered {
  readonly vote: Vote
  readonly point: number | null
  readonly top: number
}

const numberOf = (vote: Vote): Numbered => {
  const point = pointOf(vote) ?? (vote.vague === null ? null : vote.vague.least > 1 ? vote.vague.least : UNSPECIFIED)
  return { vote, point, top: Math.max(vote.high ?? 0, point ?? 0) }
}

const coded = (credible: readonly Numbered[], enemy: readonly Numbered[]): Answer => {
  const points = credible.map((one) => one.point ?? 0)
  const low = points.length === 0 ? 0 : Math.min(...points)
  const best = points.length === 0 ? 0 : mostGiven(points)
  const high = Math.max(best, ...[...credible, ...enemy].map((one) => one.top))
  const at = (value: number) =>
    claimsOf([...credible, ...enemy].filter((one) => one.point === value || one.top === value).map((one) => one.vote))
  return {
    low,
    high,
    best,
    lowBy: credible.length === 0 ? [] : at(low),
    highBy: at(high),
    bestBy: credible.length === 0 ? [] : at(best),
    why: `${listed([...credible, ...enemy].map((one) => says(one.vote)))}: best is what most origins give, the lower where they are even`,
  }
}

const mostGiven = (points: readonly number[]): number => {
  const times = new Map<number, number>()
  for (const point of points) times.set(point, (times.get(point) ?? 0) + 1)
  return [...times.entries()].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0
}
