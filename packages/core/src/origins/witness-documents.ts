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

/** Copies that say nothing of their own: whatever they claim is the original's claim. */
const WHOLE = new Set<CopyRelation['relation']>(['identical', 'reprint', 'abridged'])
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
  const originalOf = (claim: Claim, document: DocumentId): DocumentId | null => {
    const copy = copyOf.get(document)
    if (copy !== undefined && WHOLE.has(copy.relation)) return copy.of
    if (copy !== undefined && said.has(saying(copy.of, claim)) && copy.relation === 'reworded') return copy.of
    if (document !== claim.document) return null
    const covering = (reused.get(document) ?? [])
      .filter((passage) => overlapOf(passage, claim) >= COVERED * (claim.end - claim.start))
      .filter((passage) => said.has(saying(passage.of, claim)))
    return covering.map((passage) => passage.of).sort()[0] ?? null
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
