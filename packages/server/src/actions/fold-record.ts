import type { DocumentId } from '@sijil/core/model/document.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Review } from '@sijil/core/model/review.js'
import type { ClaimLink, Layers } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { assignCodes, type IncidentCode } from '@sijil/core/stages/link/codes.js'
import { withHeirs } from '@sijil/core/stages/link/heirs-of-codes.js'
import { itemKey } from '@sijil/core/stages/link/item.js'
import { withJudgements } from '@sijil/core/stages/link/judged-incidents.js'
import { linkStage } from '@sijil/core/stages/link/link-stage.js'
import { reconcileStage } from '@sijil/core/stages/reconcile/reconcile-stage.js'
import { reviewIncidents } from '@sijil/core/stages/review/review-incidents.js'
import type { Db } from '../store/database.ts'
import { claimsOfDocuments, placesOfDocuments } from '../store/queries/claims.ts'
import { copiesOf, passagesOf } from '../store/queries/copies.ts'
import { loadDocuments } from '../store/queries/documents.ts'
import { codesOfClaims } from '../store/queries/linking.ts'
import { reviewsOfDocuments, reviewsOfIncidents } from '../store/queries/reviews.ts'
import { resolvedJudgements } from './resolved-judgements.ts'

/** What the record of some documents is folded from. */
export type Evidence = Pick<
  Layers,
  'documents' | 'copies' | 'passages' | 'claims' | 'places' | 'judgements' | 'reviews'
>

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
  const reviews = await reviewsOfDocuments(db, documents)
  return {
    documents: await loadDocuments(db, documents),
    copies: await copiesOf(db, documents),
    passages: await passagesOf(db, documents),
    claims,
    places: await placesOfDocuments(db, documents),
    judgements: await resolvedJudgements(db, claims),
    reviews: [...reviews, ...(await reviewsOfIncidents(db, [...claims.map(({ id }) => id), ...onClaims(reviews)]))],
  }
}

/** The codes that stand by the claims of some evidence. */
export const knownCodes = (
  db: Db,
  { claims, reviews }: Pick<Evidence, 'claims' | 'reviews'>,
): Promise<readonly IncidentCode[]> => codesOfClaims(db, [...claims.map(({ id }) => id), ...onClaims(reviews)])

/** The claims that somebody reviewed: a rejected one is no evidence, but its code is known. */
const onClaims = (reviews: readonly Review[]): readonly string[] =>
  reviews.filter(({ target }) => target === 'claim').map(({ on }) => on)

/** Links and reconciles evidence and puts people's word in it. Nothing is written. */
export const foldRecord = (evidence: Evidence, codes: readonly IncidentCode[], context: Context): Folded => {
  const found = linkStage.run(evidence, context)
  const known = withHeirs(codes, found.links, evidence.reviews)
  const { links, added } = assignCodes(known, found.links, evidence.claims, evidence.places)
  const { incidents } = reconcileStage.run({ ...evidence, links }, context)
  const judged = withJudgements(incidents, evidence.judgements, links, evidence.reviews)
  return { links, added, incidents: reviewIncidents(judged, evidence.reviews, standingIn(known, links)) }
}

/** The code under which the incident stands that a code names. */
const standingIn = (codes: readonly IncidentCode[], links: readonly ClaimLink[]): ((code: string) => string) => {
  const anchors = new Map(codes.map(({ code, anchor }) => [code, anchor]))
  const homes = new Map(links.map((link) => [itemKey(link.claim, link.place), link.incident]))
  return (code) => homes.get(anchors.get(code) ?? '') ?? code
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
    reviews: evidence.reviews.filter(
      ({ target, passage }) => target !== 'claim' || (passage !== null && holds(passage.document)),
    ),
  }
}
