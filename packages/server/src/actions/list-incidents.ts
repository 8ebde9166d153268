import type { IncidentFilter, IncidentSort } from '@sijil/core/contract/incident-filter.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Store } from '../store/open-store.ts'
import { findIncidents, findIncidentValues } from './find-incidents.ts'
import { everyPage } from './page.ts'

const PAGE = 200

/** All incidents and roll-ups that a filter leaves, by day unless another order is asked for. */
export const listIncidents = (
  store: Store,
  filter: IncidentFilter,
  sort: IncidentSort = 'oldest',
): AsyncGenerator<IncidentRecord> => everyPage((page) => findIncidents(store, filter, { ...page, sort }), PAGE)

/** The same by day, as model values. */
export const listIncidentValues = (store: Store, filter: IncidentFilter): AsyncGenerator<Incident> =>
  everyPage((page) => findIncidentValues(store, filter, page), PAGE)
