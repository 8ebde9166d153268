import type { ClaimId, CountClaim } from '../../model/claim.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'

/** The roll-ups that each incident stands under: those that sum a claim of it. By the incident's code, codes in order. */
export const partOfEdges = (
  claims: readonly CountClaim[],
  links: readonly ClaimLink[],
): ReadonlyMap<string, readonly string[]> => {
  const byClaim = new Map<ClaimId, ClaimLink[]>()
  for (const link of links) byClaim.set(link.claim, [...(byClaim.get(link.claim) ?? []), link])
  const edges = new Map<string, Set<string>>()
  for (const claim of claims) {
    if (claim.partOf === null) continue
    const parents = (byClaim.get(claim.partOf) ?? []).filter((link) => link.kind === 'rollup')
    for (const child of byClaim.get(claim.id) ?? [])
      for (const parent of parents)
        if (parent.incident !== child.incident)
          edges.set(child.incident, (edges.get(child.incident) ?? new Set()).add(parent.incident))
  }
  return new Map([...edges].map(([child, parents]) => [child, [...parents].sort()]))
}
