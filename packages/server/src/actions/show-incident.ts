import type { ClaimShare } from '@sijil/core/contract/claim-record.js'
import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { ClaimId } from '@sijil/core/model/claim.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { ClaimLink } from '@sijil/core/pipeline/layers.js'
import { unknownIncident } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById } from '../store/queries/claims.ts'
import { copiesOf } from '../store/queries/copies.ts'
import { documentNames, loadDocuments } from '../store/queries/documents.ts'
import { incidentsByCode, incidentsUnder } from '../store/queries/incidents.ts'
import { findCodes, linksOfClaims } from '../store/queries/linking.ts'

/** Everything about the incident of a code. The code of a merged or split one leads to the incident its anchor is in. */
export const showIncident = async (store: Store, code: string): Promise<IncidentDossier> => {
  const [incident] = await incidentsByCode(store.db, [await standingCode(store, code)])
  if (incident === undefined) throw unknownIncident(code)
  return dossierOf(store, incident)
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

/** What of each claim's number each incident takes. */
export const sharesOf = (links: readonly ClaimLink[]): ReadonlyMap<ClaimId, readonly ClaimShare[]> => {
  const shares = new Map<ClaimId, ClaimShare[]>()
  for (const { claim, incident, low, high } of links)
    shares.set(claim, [...(shares.get(claim) ?? []), { id: incident, low, high }])
  return shares
}
