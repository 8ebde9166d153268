import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Review } from '@sijil/core/model/review.js'
import type { Day } from '@sijil/core/model/time-range.js'
import { witnessDocuments } from '@sijil/core/origins/witness-documents.js'
import { heirOf, siblingsOfRejected } from '@sijil/core/stages/link/heirs-of-codes.js'
import { nothingKnownYet, rejectedIncident, unknownIncident } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { claimsById, documentsOfClaims } from '../store/queries/claims.ts'
import { copiesOf, passagesOf } from '../store/queries/copies.ts'
import { documentNames, loadDocuments } from '../store/queries/documents.ts'
import { incidentsByCode, incidentsUnder } from '../store/queries/incidents.ts'
import { judgementsNaming } from '../store/queries/judgements.ts'
import { findCodes, linksOfClaims } from '../store/queries/linking.ts'
import { reviewsOfDocuments, reviewsOfIncidents, reviewsOn } from '../store/queries/reviews.ts'
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
export const standingCode = async (store: Store, code: string): Promise<string> => {
  const [known] = await findCodes(store.db, [code, code.toUpperCase()])
  if (known === undefined) throw unknownIncident(code)
  const [claim = '', place] = known.anchor.split('#')
  const links = await linksOfClaims(store.db, [claim])
  const own = links.find((link) => place === undefined || link.place === Number(place))
  return own === undefined ? codeOfHeir(store, code, claim) : own.incident
}

/** Where the claims are now that a rejected claim left its code to. Throws a Problem when there are none. */
const codeOfHeir = async (store: Store, code: string, claim: string): Promise<string> => {
  const documents = await documentsOfClaims(store.db, [claim])
  const reviews = await reviewsOfNeighbours(store, [...documents.values()], claim)
  const siblings = siblingsOfRejected(reviews)
  const links = await linksOfClaims(store.db, [...new Set([...siblings.values()].flat())])
  const homes = new Map(links.map((link) => [link.claim, link.incident]))
  const heir = heirOf(claim, siblings, (id) => homes.has(id))
  const home = heir === null ? undefined : homes.get(heir)
  if (home !== undefined) return home
  const rejection = reviews.find(({ on, field, withdrawn }) => on === claim && field === 'claim' && withdrawn === null)
  if (rejection === undefined) throw unknownIncident(code)
  throw rejectedIncident(code, rejection)
}

/** Reviews on a claim, and on those that it shared its incident with, step by step. */
const reviewsOfNeighbours = async (
  store: Store,
  documents: readonly string[],
  claim: string,
): Promise<readonly Review[]> => {
  const reviews = [...(await reviewsOfDocuments(store.db, documents))]
  const asked = new Set<string>([claim])
  for (let next = siblingsIn(reviews, asked); next.length > 0; next = siblingsIn(reviews, asked)) {
    for (const id of next) asked.add(id)
    reviews.push(...(await reviewsOn(store.db, next)))
  }
  return reviews
}

const siblingsIn = (reviews: readonly Review[], asked: ReadonlySet<string>): readonly string[] =>
  [...new Set([...siblingsOfRejected(reviews).values()].flat())].filter((id) => !asked.has(id))

/** An incident with all that stands behind it. */
export const dossierOf = async (store: Store, incident: Incident): Promise<IncidentDossier> => {
  const copies = await copiesOf(store.db, incident.documents)
  const claims = await claimsById(store.db, incident.claims)
  const witnesses = witnessDocuments(claims, { copies, passages: await passagesOf(store.db, incident.documents) })
  return {
    incident,
    claims,
    documents: await loadDocuments(store.db, incident.documents),
    copies,
    witnesses,
    names: await documentNames(store.db, [...new Set([...copies.map(({ of }) => of), ...witnesses.values()])]),
    shares: sharesOf(await linksOfClaims(store.db, incident.claims)),
    reviews: reviewsIn(incident, [
      ...(await reviewsOfDocuments(store.db, incident.documents)),
      ...(await reviewsOfIncidents(store.db, incident.claims)),
    ]),
    judgements: await judgementsNaming(store.db, incident.claims),
    rollups: await incidentsByCode(store.db, incident.partOf),
    parts: incident.kind === 'rollup' ? await incidentsUnder(store.db, incident.code) : [],
  }
}

/** The reviews on an incident, its checks and its claims, and on claims that were rejected out of it; withdrawn ones too. */
const reviewsIn = (incident: Incident, reviews: readonly Review[]): readonly Review[] => {
  const claims = new Set<string>(incident.claims)
  const left = (review: Review) => review.passage?.siblings.some((id) => claims.has(id)) === true
  return reviews.filter((review) => review.target !== 'claim' || claims.has(review.on) || left(review))
}
