import type { IncidentFilter, IncidentSort } from '@sijil/core/contract/incident-filter.js'
import { type IncidentRecord, toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { Page } from '@sijil/core/contract/page.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Store } from '../store/open-store.ts'
import { documentNames } from '../store/queries/documents.ts'
import { countIncidentsWanted, pageOfIncidents } from '../store/queries/page-of-incidents.ts'
import { pageOf, type SortedPage } from './page.ts'
import { placesWanted } from './places-wanted.ts'

/** A page of the incidents and roll-ups that a filter leaves, by day unless another order is asked for. */
export const findIncidents = async (
  store: Store,
  filter: IncidentFilter,
  page: SortedPage<IncidentSort> = {},
): Promise<Page<IncidentRecord>> => {
  const { items, ...rest } = await findIncidentValues(store, filter, page)
  const names = await documentNames(
    store.db,
    items.flatMap(({ documents }) => documents),
  )
  return { ...rest, items: items.map((incident) => toIncidentRecord(incident, names)) }
}

/** The same as model values. */
export const findIncidentValues = async (
  store: Store,
  filter: IncidentFilter,
  page: SortedPage<IncidentSort>,
): Promise<Page<Incident>> => {
  const wanted = await placesWanted(store, filter)
  return pageOf(
    {
      sort: 'oldest',
      rows: (at) => pageOfIncidents(store.db, wanted, at),
      count: () => countIncidentsWanted(store.db, wanted),
      items: async (rows) => rows.map(({ incident }) => incident),
    },
    page,
  )
}
