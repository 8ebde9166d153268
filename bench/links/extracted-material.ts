/** Claims as the engine reads them, keyed by the claims coded by hand that they were paired with: learning sees what linking meets. */

import { isCountClaim } from '../../packages/core/src/model/claim.ts'
import type { DocumentId } from '../../packages/core/src/model/document.ts'
import { overlapOf } from '../../packages/core/src/model/span.ts'
import type { GoldClaim } from '../../packages/core/src/testing/gold-claims.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { readSharedLines } from '../../packages/core/src/testing/shared.ts'
import type { GoldMaterial } from './gold-material.ts'
import { readDevelopment } from './read-development.ts'

/** The material. Documents go by the names that the lines coded by hand give them, so that folds hold the same ones out. */
export const extractedMaterial = (): GoldMaterial => {
  const { claims, places, documents } = readDevelopment('news-dev')
  const gold = readSharedLines<GoldClaim>('gold/news-dev.jsonl')
  const keyed = new Map(
    readSharedLines<{ id: string; incident: string }>('gold/news-dev.incidents.jsonl').map((one) => [
      one.id,
      one.incident,
    ]),
  )
  const names = new Map(documents.map(({ document }) => [document.id, document.doc]))
  const named = claims.map((claim) => ({
    ...claim,
    document: (names.get(claim.document) ?? claim.document) as DocumentId,
  }))
  const candidates = gold
    .filter((line) => keyed.has(line.id))
    .flatMap((line) =>
      named.filter(isCountClaim).flatMap((claim) => {
        const overlap = claim.document === line.doc && claim.metric === line.metric ? overlapOf(claim, line) : 0
        const same = claim.count.low === line.low && claim.count.high === line.high
        return overlap > 0 ? [{ line, claim, weight: overlap + (same ? 1e6 : 0) }] : []
      }),
    )
    .sort((a, b) => b.weight - a.weight)
  const [lines, keys] = [new Set<string>(), new Map<string, string>()]
  for (const { line, claim } of candidates) {
    if (lines.has(line.id) || keys.has(claim.id)) continue
    lines.add(line.id)
    keys.set(claim.id, keyed.get(line.id) ?? '')
  }
  return { gold, claims: named, places, keys, organisations: loadOrganisations() }
}
