import { claimsOf, listed, NOTHING, type Policy, pointOf, says } from './policy.ts'

/**
 * ACLED's literal rule: one number, the lowest reported, until two independent origins agree on a higher one. "More than 12"
 * counts as the 12 that it exceeds; vague words are 3, 10, 12 or 100 as its codebook has it; no number is 0.
 */
export const acled: Policy = {
  name: 'acled',
  version: '1',
  rule: "the lowest number until two origins agree on a higher one; vague words by the codebook's table; none is 0",
  answer: (votes) => {
    const points = votes.flatMap((vote) => {
      const point = pointOf(vote) ?? vote.vague?.acled ?? null
      return point === null ? [] : [{ vote, point }]
    })
    if (points.length === 0) return votes.length === 0 ? NOTHING : { ...NOTHING, why: 'no number is reported: 0' }
    const lowest = Math.min(...points.map(({ point }) => point))
    const agreed = points
      .map(({ point }) => point)
      .filter((point) => points.filter((one) => one.point === point).length > 1)
    const number = agreed.length > 0 ? Math.max(...agreed) : lowest
    const by = claimsOf(points.filter(({ point }) => point === number).map(({ vote }) => vote))
    const how = agreed.length > 0 ? 'the number that two or more origins agree on' : 'the lowest'
    return {
      low: number,
      high: number,
      best: number,
      lowBy: by,
      highBy: by,
      bestBy: by,
      why: `${listed(votes.map(says))}: ${how}`,
    }
  },
}

/** ACLED's division of a total over days or places: equal shares, the remainder to the first. */
export const divideTotal = (total: number, over: number): readonly number[] => {
  if (!Number.isInteger(total) || !Number.isInteger(over) || total < 0 || over < 1)
    throw new RangeError(`can't divide a total of ${total} over ${over} events: both must be whole, over at least 1`)
  const share = Math.floor(total / over)
  return Array.from({ length: over }, (_, i) => (i === 0 ? share + (total % over) : share))
}
