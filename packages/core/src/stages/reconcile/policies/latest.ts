import { claimsOf, NOTHING, type Policy, pointOf, says } from './policy.ts'

/** AOAV's rule: the number of the most recent report; of several on one day the one with the most detail, then the higher. */
export const latest: Policy = {
  name: 'latest',
  version: '1',
  rule: 'the number of the most recent report, of several the most detailed',
  answer: (votes) => {
    const numbered = votes.filter((vote) => pointOf(vote) !== null)
    const [last] = [...numbered].sort(
      (a, b) =>
        compareText(b.day ?? '', a.day ?? '') ||
        b.claims.length - a.claims.length ||
        (pointOf(b) ?? 0) - (pointOf(a) ?? 0) ||
        compareText(a.origin.key, b.origin.key),
    )
    if (last === undefined)
      return votes.length === 0 ? NOTHING : { ...NOTHING, best: null, high: null, why: 'no number: not codable' }
    const number = pointOf(last) ?? 0
    const by = claimsOf([last])
    const when = last.day === null ? 'undated' : `of ${last.day}`
    return {
      low: number,
      high: number,
      best: number,
      lowBy: by,
      highBy: by,
      bestBy: by,
      why: `${says(last)}: the most recent report, ${when}`,
    }
  },
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
