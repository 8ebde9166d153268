import type { IncidentDossier } from '@sijil/core/contract/incident-dossier.js'
import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import type { Store } from '../store/open-store.ts'
import { listIncidentValues } from './list-incidents.ts'
import { dossierOf } from './show-incident.ts'

/** The incidents that a filter leaves, each with all that stands behind it, by day. */
export async function* exportIncidents(store: Store, filter: IncidentFilter): AsyncGenerator<IncidentDossier> {
  for await (const incident of listIncidentValues(store, filter)) yield await dossierOf(store, incident)
}
