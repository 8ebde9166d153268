import type { DocumentId } from '@sijil/core/model/document.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { ClaimLink, Layers } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { assignCodes, type IncidentCode, resolveJudgements } from '@sijil/core/stages/link/codes.js'
import { linkStage } from '@sijil/core/stages/link/link-stage.js'
import { reconcileStage } from '@sijil/core/stages/reconcile/reconcile-stage.js'
import type { Db } from '../store/database.ts'
import { claimsOfDocuments, placesOfDocuments } from '../store/queries/claims.ts'
import { copiesOf, passagesOf } from '../store/queries/copies.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { judgementsOn } from '../store/queries/judgements.ts'
import { codesOfClaims, findCodes } from '../store/queries/linking.ts'

/** What the record of some documents is folded from. */
export type Evidence = Pick<Layers, 'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'judgements'>

/** A folded record: claims tied to incidents under permanent codes. */
export interface Folded {
  readonly links: readonly ClaimLink[]
  readonly incidents: readonly Incident[]
  /** Codes that were not known before. */
  readonly added: readonly IncidentCode[]
}

/** Loads all that the record of these documents is folded from. */
export const loadEvidence = async (db: Db, documents: readonly string[]): Promise<Evidence> => {
  const claims = await claimsOfDocuments(db, documents)
  const judgements = await judgementsOn(
    db,
    claims.map(({ id }) => id),
  )
  const codes = await findCodes(
    db,
    judgements.flatMap(({ left, right }) => [left, right]),
  )
  return {
    documents: await loadDocuments(db, documents),
    copies: await copiesOf(db, documents),
    passages: await passagesOf(db, documents),
    claims,
    places: await placesOfDocuments(db, documents),
    judgements: resolveJudgements(judgements, codes),
  }
}

/** The codes that stand by the claims of some evidence. */
export const knownCodes = (db: Db, { claims }: Pick<Evidence, 'claims'>): Promise<readonly IncidentCode[]> =>
  codesOfClaims(
    db,
    claims.map(({ id }) => id),
  )

/** Links and reconciles evidence. Nothing is written. */
export const foldRecord = (evidence: Evidence, codes: readonly IncidentCode[], context: Context): Folded => {
  const found = linkStage.run(evidence, context)
  const { links, added } = assignCodes(codes, found.links, evidence.claims, evidence.places)
  return { links, added, ...reconcileStage.run({ ...evidence, links }, context) }
}

/** The part of some evidence that comes from the documents that `holds` keeps. */
export const evidenceWhere = (evidence: Evidence, holds: (id: DocumentId) => boolean): Evidence => {
  const claims = evidence.claims.filter(({ document }) => holds(document))
  const kept = new Set<string>(claims.map(({ id }) => id))
  const isKept = (side: string) => kept.has(side.split('#')[0] ?? '')
  return {
    documents: evidence.documents.filter(({ document }) => holds(document.id)),
    copies: evidence.copies.filter(({ document, of }) => holds(document) && holds(of)),
    passages: evidence.passages.filter(({ document, of }) => holds(document) && holds(of)),
    claims,
    places: evidence.places.filter(({ claim }) => kept.has(claim)),
    judgements: evidence.judgements.filter(({ left, right }) => isKept(left) && isKept(right)),
  }
}
