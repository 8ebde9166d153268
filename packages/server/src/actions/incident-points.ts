import type { IncidentPoint } from '@sijil/core/contract/api/routes/incidents.js'
import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import { toIncidentRecord } from '@sijil/core/contract/incident-record.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Store } from '../store/open-store.ts'
import { listIncidentValues } from './list-incidents.ts'

const MOST = 50_000

/** All incidents that a filter leaves, as much of each as a map or a chart needs, with the documents behind them. */
export const incidentPoints = async (store: Store, filter: IncidentFilter) => {
  const items: IncidentPoint[] = []
  const documents = new Set<string>()
  let unplaced = 0
  for await (const incident of listIncidentValues(store, { ...filter, kind: 'incident' })) {
    if (items.length === MOST) return { items, unplaced, complete: false, documents: [...documents] }
    const point = pointOf(incident)
    if (point.lat === null) unplaced++
    items.push(point)
    for (const id of incident.documents) documents.add(id)
  }
  return { items, unplaced, complete: true, documents: [...documents] }
}

const pointOf = (incident: Incident): IncidentPoint => {
  const { id, from, to, place, killed, injured, means, grade, actors } = toIncidentRecord(incident, new Map())
  const figure = ({ low, high, best }: typeof killed) => ({ low, high, best })
  return {
    code: id,
    lat: place.lat,
    lon: place.lon,
    radius: place.radius,
    precision: place.precision,
    from,
    to,
    killed: figure(killed),
    injured: figure(injured),
    means,
    grade,
    actors,
    place: place.text ?? place.name,
    admin1: place.admin1,
    country: place.country,
  }
}
