import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Day } from '@sijil/core/model/time-range.js'
import { nothingKnownYet, unknownIncident } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById } from '../store/queries/claims.ts'
import { copiesOf } from '../store/queries/copies.ts'
import { documentNames, loadDocuments } from '../store/queries/documents.ts'
import { incidentsByCode, incidentsUnder } from '../store/queries/incidents.ts'
import { findCodes, linksOfClaims } from '../store/queries/linking.ts'
import { dossierAsOf, timelineOf } from './incident-timeline.ts'
import { sharesOf } from './shares-of.ts'

export interface ShowOptions {
  /** Show it as the documents published by the end of that day tell it. */
  readonly asOf?: Day
}

/**
 * Everything about the incident of a code. The code of a merged or split one leads to the incident its anchor is in.
 * Throws a Problem for a code that was never given, or of which nothing was known by then.
 */
export const showIncident = async (
  store: Store,
  code: string,
  { asOf }: ShowOptions = {},
): Promise<IncidentDossier> => {
  const [incident] = await incidentsByCode(store.db, [await standingCode(store, code)])
  if (incident === undefined) throw unknownIncident(code)
  if (asOf === undefined) return dossierOf(store, incident)
  const dossier = dossierAsOf(await timelineOf(store, incident), asOf)
  if (dossier === null) throw nothingKnownYet(code, asOf)
  return dossier
}

/** The code under which the incident stands that a code names today. */
const standingCode = async (store: Store, code: string): Promise<string> => {
  const [known] = await findCodes(store.db, [code, code.toUpperCase()])
  if (known === undefined) throw unknownIncident(code)
  const [claim = '', place] = known.anchor.split('#')
  const links = await linksOfClaims(store.db, [claim])
  const own = links.find((link) => place === undefined || link.place === Number(place))
  if (own === undefined) throw unknownIncident(code)
  return own.incident
}

/** An incident with all that stands behind it. */
export const dossierOf = async (store: Store, incident: Incident): Promise<IncidentDossier> => {
  const copies = await copiesOf(store.db, incident.documents)
  return {
    incident,
    claims: await claimsById(store.db, incident.claims),
    documents: await loadDocuments(store.db, incident.documents),
    copies,
    names: await documentNames(
      store.db,
      copies.map(({ of }) => of),
    ),
    shares: sharesOf(await linksOfClaims(store.db, incident.claims)),
    rollups: await incidentsByCode(store.db, incident.partOf),
    parts: incident.kind === 'rollup' ? await incidentsUnder(store.db, incident.code) : [],
  }
}
