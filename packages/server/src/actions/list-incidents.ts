import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import { type IncidentRecord, toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import { holdsName } from '@sijil/core/gazetteer/holds-name.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Store } from '../store/open-store.ts'
import { documentNames } from '../store/queries/documents.ts'
import { FIRST, pageOfIncidents } from '../store/queries/incidents.ts'

/** The incidents and roll-ups that a filter leaves, by day. */
export async function* listIncidents(store: Store, filter: IncidentFilter): AsyncGenerator<IncidentRecord> {
  for await (const incidents of pagesOfIncidents(store, filter)) {
    const names = await documentNames(
      store.db,
      incidents.flatMap(({ documents }) => documents),
    )
    for (const incident of incidents) yield toIncidentRecord(incident, names)
  }
}

const PAGE = 200

/** The same as model values, a page at a time. */
export async function* pagesOfIncidents(
  store: Store,
  { from, to, minKilled, place }: IncidentFilter,
): AsyncGenerator<readonly Incident[]> {
  const wanted = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(minKilled === undefined ? {} : { minKilled }),
  }
  let after = FIRST
  for (;;) {
    const page = await pageOfIncidents(store.db, wanted, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return
    yield page.map(({ incident }) => incident).filter((incident) => place === undefined || isAt(incident, place))
    after = last.place
  }
}

/** Whether the incident lies at a place or in an area of that name, however it is spelt. */
const isAt = ({ place, placeText }: Incident, name: string): boolean =>
  [placeText, place?.text, place?.name, place?.admin1, place?.country].some(
    (one) => one !== null && one !== undefined && holdsName(one, name),
  )
