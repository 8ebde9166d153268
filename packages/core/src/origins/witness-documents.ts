import { type Claim, isCountClaim } from '../model/claim.ts'
import type { CopyRelation } from '../model/copy.ts'
import type { DocumentId } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { overlapOf } from '../model/span.ts'
import type { ReusedPassage } from '../pipeline/layers.ts'

/** Which documents repeat which. */
export interface Copies {
  readonly copies: readonly CopyRelation[]
  readonly passages: readonly ReusedPassage[]
}

/** Copies that say next to nothing of their own. */
const WHOLE = new Set<CopyRelation['relation']>(['reprint', 'abridged', 'reworded'])
/** Share of a claim's passage that must stand in the other document for the claim to be the other's. */
const COVERED = 0.5

/**
 * For each claim the document whose words it repeats, followed to the first; its own document when it is new there. Judged
 * claim by claim: an update that adds one number to old text is new for that number alone.
 */
export const witnessDocuments = (
  claims: readonly Claim[],
  { copies, passages }: Copies,
): ReadonlyMap<Claim['id'], DocumentId> => {
  const copyOf = new Map(copies.map((copy) => [copy.document, copy]))
  const reused = groupBy(passages, (passage) => passage.document)
  const said = new Set(claims.map((claim) => saying(claim.document, claim)))
  const covers = (passage: ReusedPassage, claim: Claim) =>
    overlapOf(passage, claim) >= COVERED * (claim.end - claim.start)
  const originalOf = (claim: Claim, document: DocumentId): DocumentId | null => {
    const copy = copyOf.get(document)
    const covering =
      document === claim.document ? (reused.get(document) ?? []).filter((passage) => covers(passage, claim)) : []
    if (copy?.relation === 'identical') return copy.of
    if (copy !== undefined && WHOLE.has(copy.relation)) {
      // Passages hold no sentence with a number changed: an edited reprint is new for that number.
      const repeated = said.has(saying(copy.of, claim)) || covering.some((passage) => passage.of === copy.of)
      if (repeated) return copy.of
    }
    return (
      covering
        .map((passage) => passage.of)
        .filter((of) => said.has(saying(of, claim)))
        .sort()[0] ?? null
    )
  }
  return new Map(claims.map((claim) => [claim.id, follow(claim, originalOf)]))
}

const follow = (claim: Claim, originalOf: (claim: Claim, document: DocumentId) => DocumentId | null): DocumentId => {
  const seen = new Set<DocumentId>()
  let at = claim.document
  while (!seen.has(at)) {
    seen.add(at)
    const next = originalOf(claim, at)
    if (next === null) return at
    at = next
  }
  return at
}

/** Two documents say the same when metric and bounds agree. */
const saying = (document: DocumentId, claim: Claim): string =>
  isCountClaim(claim)
    ? JSON.stringify([document, claim.metric, claim.count.low, claim.count.high, claim.count.vague])
    : JSON.stringify([document, claim.kind])
