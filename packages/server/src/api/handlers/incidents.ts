import { toComparisonRecord } from '@sijil/core/contract/comparison-record.js'
import { toHistoryRecords } from '@sijil/core/contract/history-record.js'
import { toIncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { incidentVersion } from '@sijil/core/contract/versions.js'
import { compareIncident } from '../../actions/compare-incident.ts'
import { findIncidents } from '../../actions/find-incidents.ts'
import { documentsOfIncidents } from '../../actions/incident-documents.ts'
import { incidentHistory } from '../../actions/incident-history.ts'
import { incidentPoints } from '../../actions/incident-points.ts'
import { showIncident } from '../../actions/show-incident.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { findsNothing, nothing } from '../nothing-found.ts'

type Names = 'listIncidents' | 'incidentPoints' | 'showIncident' | 'compareIncident' | 'showHistory'

export const incidentHandlers: HandlersOf<Names> = {
  listIncidents: async ({ server, store, protection, query: { limit, after, total, sort, ...filter } }) => {
    if (await findsNothing(server, protection, filter)) return { reply: nothing(total), about: [] }
    const page = await findIncidents(store, filter, { limit, after, total, ...(sort === undefined ? {} : { sort }) })
    const about = await documentsOfIncidents(
      store,
      page.items.map(({ id }) => id),
    )
    return { reply: { ...page, items: [...page.items] }, about }
  },
  incidentPoints: async ({ server, store, protection, query }) => {
    if (await findsNothing(server, protection, query))
      return { reply: { items: [], unplaced: 0, complete: true }, about: [] }
    const { documents, ...points } = await incidentPoints(store, query)
    return { reply: points, about: documents }
  },
  showIncident: async ({ store, params, query: { asOf } }) => {
    const dossier = await showIncident(store, params.code, asOf === undefined ? {} : { asOf })
    const about = [dossier.incident, ...dossier.rollups, ...dossier.parts].flatMap(({ documents }) => documents)
    const version = asOf === undefined ? { version: incidentVersion(dossier.incident) } : {}
    return { reply: toIncidentDetail(dossier), about, ...version }
  },
  compareIncident: async ({ store, params }) => {
    const { incident } = await showIncident(store, params.code)
    const comparisons = await compareIncident(store, incident.code)
    return {
      reply: { items: comparisons.map((one) => toComparisonRecord(incident.code, one)) },
      about: incident.documents,
    }
  },
  showHistory: async ({ store, params }) => {
    const { incident } = await showIncident(store, params.code)
    const changes = await incidentHistory(store, incident.code)
    return { reply: { items: [...toHistoryRecords(incident.code, changes)] }, about: incident.documents }
  },
}
