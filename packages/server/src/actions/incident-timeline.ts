import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { isPersons } from '@sijil/core/model/review.js'
import type { Day } from '@sijil/core/model/time-range.js'
import { NO_ORGANISATIONS } from '@sijil/core/origins/organisations.js'
import { witnessDocuments } from '@sijil/core/origins/witness-documents.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import type { IncidentCode } from '@sijil/core/stages/link/codes.js'
import { decidedBy } from '@sijil/core/stages/review/decided-by.js'
import { reviewClaims } from '@sijil/core/stages/review/review-claims.js'
import { loadContext } from '../sources/load-context.ts'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Store } from '../store/open-store.ts'
import { claimsAsRead, placesAsRead } from '../store/queries/claims.ts'
import { arrivalDays } from '../store/queries/documents.ts'
import { type Evidence, evidenceWhere, type Folded, foldRecord, knownCodes, loadEvidence } from './fold-record.ts'
import { neighbourhoodsOf } from './neighbourhoods.ts'
import { sharesOf } from './shares-of.ts'

/** All that an incident was folded from, with the day from which each document was known. */
export interface Timeline {
  readonly incident: Incident
  /** As people left it by now. */
  readonly evidence: Evidence
  /** Its claims and places as they were read, and those that people added. */
  readonly read: Pick<Evidence, 'claims' | 'places'>
  readonly codes: readonly IncidentCode[]
  readonly knownFrom: ReadonlyMap<DocumentId, Day>
  readonly context: Context
}

/**
 * Loads what an incident's past is folded from. A document counts from its publication, or else its arrival; a person's
 * decision from when it was made.
 */
export const timelineOf = async (store: Store, incident: Incident): Promise<Timeline> => {
  const today = incident.time.latest ?? '1970-01-01'
  const context = await withOrganisations(store, await loadContext({ today, gazetteers: [] }))
  const around = await neighbourhoodsOf(store.db, incident.documents, context.organisations ?? NO_ORGANISATIONS)
  const documents = around.flatMap((one) => one.documents)
  const evidence = await loadEvidence(store.db, documents)
  const arrived = await arrivalDays(store.db, documents)
  return {
    incident,
    evidence,
    read: {
      claims: await claimsAsRead(store.db, documents, { persons: true }),
      places: await placesAsRead(store.db, documents),
    },
    codes: await knownCodes(store.db, evidence),
    knownFrom: new Map(
      evidence.documents.map(({ document }) => [document.id, document.published ?? arrived.get(document.id) ?? '']),
    ),
    context,
  }
}

/** The days on which something new was published about an incident. */
export const daysOf = ({ incident, knownFrom }: Timeline): readonly Day[] => [
  ...new Set(incident.documents.flatMap((id) => knownFrom.get(id) ?? []).sort()),
]

/** The record of the incident's neighbourhood as the documents published and the decisions made by the end of a day tell it. */
export const foldAsOf = (timeline: Timeline, day: Day): Folded & { readonly evidence: Evidence } => {
  const evidence = evidenceAsOf(timeline, day)
  return { evidence, ...foldRecord(evidence, timeline.codes, timeline.context) }
}

const evidenceAsOf = ({ evidence, read, knownFrom }: Timeline, day: Day): Evidence => {
  const reviews = decidedBy(evidence.reviews, day)
  const added = new Set(reviews.filter(({ decision }) => decision === 'add').map(({ on }) => on))
  const claims = read.claims.filter((claim) => !isPersons(claim) || added.has(claim.id))
  const left = reviewClaims({ claims, places: read.places, reviews })
  const then: Evidence = {
    ...evidence,
    claims: left.claims,
    places: left.places,
    judgements: decidedBy(evidence.judgements, day),
    reviews,
  }
  return evidenceWhere(then, (id) => (knownFrom.get(id) ?? '') <= day)
}

/** The incident among those of a fold that holds the most of its claims; null when none was known. */
export const incidentIn = ({ incident }: Timeline, { incidents }: Folded): Incident | null => {
  const own = new Set(incident.claims)
  const share = (one: Incident) => one.claims.filter((claim) => own.has(claim)).length
  const [best] = incidents
    .filter((one) => one.kind === incident.kind && share(one) > 0)
    .sort((a, b) => share(b) - share(a) || (a.code < b.code ? -1 : 1))
  return best ?? null
}

/** An incident with all that stood behind it at the end of a day; null when nothing was known of it. */
export const dossierAsOf = (timeline: Timeline, day: Day): IncidentDossier | null => {
  const folded = foldAsOf(timeline, day)
  const { evidence, links, incidents } = folded
  const incident = incidentIn(timeline, folded)
  if (incident === null) return null
  const claims = new Set(incident.claims)
  const documents = new Set(incident.documents)
  const own = evidence.claims.filter(({ id }) => claims.has(id))
  return {
    incident,
    claims: own,
    witnesses: witnessDocuments(own, evidence),
    documents: evidence.documents.filter(({ document }) => documents.has(document.id)),
    copies: evidence.copies.filter(({ document }) => documents.has(document)),
    names: new Map(evidence.documents.map(({ document }) => [document.id, document.doc])),
    shares: sharesOf(links.filter(({ claim }) => claims.has(claim))),
    rollups: incidents.filter(({ code }) => incident.partOf.includes(code)),
    parts: incidents.filter(({ partOf }) => partOf.includes(incident.code)),
  }
}
