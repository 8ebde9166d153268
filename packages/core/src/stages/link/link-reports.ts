import { overlapOf } from '../../model/span.ts'
import type { ReusedPassage } from '../../pipeline/layers.ts'
import { averageLinkage } from './average-linkage.ts'
import type { Decisions } from './constraints.ts'
import { compareProfiles, type Features } from './features.ts'
import type { Report } from './link-document.ts'
import { logOdds, type Weights } from './log-odds.ts'
import { tiedGroups } from './tied-groups.ts'

/** Which documents repeat which, and where. */
export type Reuse = ReadonlyMap<string, readonly ReusedPassage[]>

/**
 * Groups reports of different documents by incident. Two reports of one document are never one incident (the document
 * counts them apart) unless people say so.
 */
export const linkReports = (
  reports: readonly Report[],
  decisions: Decisions,
  reuse: Reuse,
  weights: Weights,
): readonly (readonly Report[])[] => {
  const sorted = [...reports].sort((a, b) => (a.key < b.key ? -1 : 1))
  const must = lifted(decisions.must, sorted)
  const cannot = lifted(decisions.cannot, sorted)
  const score = (i: number, j: number): number => {
    const [a, b] = [sorted[i], sorted[j]]
    return a === undefined || b === undefined ? Number.NEGATIVE_INFINITY : logOdds(featuresAcross(a, b, reuse), weights)
  }
  return tiedGroups(sorted, must, score).flatMap((members) => {
    const local = new Map(members.map((member, i) => [member, i]))
    const within = (pairs: readonly (readonly [number, number])[]) =>
      pairs.flatMap(([a, b]) => {
        const [i, j] = [local.get(a), local.get(b)]
        return i === undefined || j === undefined ? [] : [[i, j] as const]
      })
    const groups = averageLinkage(members.length, (i, j) => score(members[i] ?? -1, members[j] ?? -1), {
      must: within(must),
      cannot: within(cannot),
    })
    return groups.map((group) => group.flatMap((i) => sorted[members[i] ?? -1] ?? []))
  })
}

/** The features of what two documents say; null when they can't be one incident. */
export const featuresAcross = (a: Report, b: Report, reuse: Reuse): Features | null => {
  if (a.items[0]?.document === b.items[0]?.document) return null
  const shared = compareProfiles(a.profile, b.profile)
  if (shared === null) return null
  return repeats(a, b, reuse) || repeats(b, a, reuse) ? { ...shared, reuse: 1 } : shared
}

/** Whether a passage that tells of the one stands in the other's document too. */
const repeats = (copy: Report, source: Report, reuse: Reuse): boolean => {
  const of = source.items[0]?.document
  const passages = (reuse.get(copy.items[0]?.document ?? '') ?? []).filter((passage) => passage.of === of)
  return passages.some((passage) => copy.items.some((item) => overlapOf(item.claim, passage) > 0))
}

/** Pairs of reports that hold the decided items. */
const lifted = (
  pairs: readonly (readonly [string, string])[],
  reports: readonly Report[],
): readonly (readonly [number, number])[] => {
  if (pairs.length === 0) return []
  const at = new Map(reports.flatMap((report, i) => report.items.map((item) => [item.key, i] as const)))
  return pairs.flatMap(([a, b]) => {
    const [i, j] = [at.get(a), at.get(b)]
    return i === undefined || j === undefined || i === j ? [] : [[i, j] as const]
  })
}
