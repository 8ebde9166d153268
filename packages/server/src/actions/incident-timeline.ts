import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { DocumentId } from '@sijil/core/model/document.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import type { IncidentCode } from '@sijil/core/stages/link/codes.js'
import { loadContext } from '../sources/load-context.ts'
import { withOrganisations } from '../sources/stored-organisations.ts'
import type { Store } from '../store/open-store.ts'
import { arrivalDays } from '../store/queries/documents.ts'
import { type Evidence, evidenceWhere, type Folded, foldRecord, knownCodes, loadEvidence } from './fold-record.ts'
import { neighbourhoodsOf } from './neighbourhoods.ts'
import { sharesOf } from './shares-of.ts'

/** All that an incident was folded from, with the day from which each document was known. */
export interface Timeline {
  readonly incident: Incident
  readonly evidence: Evidence
  readonly codes: readonly IncidentCode[]
  readonly knownFrom: ReadonlyMap<DocumentId, Day>
  readonly context: Context
}

/** Loads what an incident's past is folded from. A document counts from its publication, or else its arrival. */
export const timelineOf = async (store: Store, incident: Incident): Promise<Timeline> => {
  const documents = (await neighbourhoodsOf(store.db, incident.documents)).flatMap((one) => one.documents)
  const evidence = await loadEvidence(store.db, documents)
  const arrived = await arrivalDays(store.db, documents)
  return {
    incident,
    evidence,
    codes: await knownCodes(store.db, evidence),
    knownFrom: new Map(
      evidence.documents.map(({ document }) => [document.id, document.published ?? arrived.get(document.id) ?? '']),
    ),
    context: await withOrganisations(
      store,
      await loadContext({ today: incident.time.latest ?? '1970-01-01', gazetteers: [] }),
    ),
  }
}

/** The days on which something new was published about an incident. */
export const daysOf = ({ incident, knownFrom }: Timeline): readonly Day[] => [
  ...new Set(incident.documents.flatMap((id) => knownFrom.get(id) ?? []).sort()),
]

/** The record of the incident's neighbourhood as the documents published by the end of a day tell it. */
export const foldAsOf = (timeline: Timeline, day: Day): Folded & { readonly evidence: Evidence } => {
  const evidence = evidenceWhere(timeline.evidence, (id) => (timeline.knownFrom.get(id) ?? '') <= day)
  return { evidence, ...foldRecord(evidence, timeline.codes, timeline.context) }
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
  return {
    incident,
    claims: evidence.claims.filter(({ id }) => claims.has(id)),
    documents: evidence.documents.filter(({ document }) => documents.has(document.id)),
    copies: evidence.copies.filter(({ document }) => documents.has(document)),
    names: new Map(evidence.documents.map(({ document }) => [document.id, document.doc])),
    shares: sharesOf(links.filter(({ claim }) => claims.has(claim))),
    rollups: incidents.filter(({ code }) => incident.partOf.includes(code)),
    parts: incidents.filter(({ partOf }) => partOf.includes(incident.code)),
  }
}
