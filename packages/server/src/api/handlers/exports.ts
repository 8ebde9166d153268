import type { PublishedIncident } from '@sijil/core/contract/published-incident.js'
import { incidentsCsv } from '@sijil/core/stages/publish/incidents-csv.js'
import { incidentsGeojson } from '@sijil/core/stages/publish/incidents-geojson.js'
import { incidentsJson } from '@sijil/core/stages/publish/incidents-json.js'
import { coarsened } from '@sijil/core/stages/publish/redact.js'
import { logLook } from '../../actions/protection/log-look.ts'
import { publishIncidents } from '../../actions/publish-incidents.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { findsNothing } from '../nothing-found.ts'
import { streamOf } from '../stream-of.ts'

const WRITERS = {
  csv: ['text/csv; charset=utf-8', incidentsCsv],
  json: ['application/json', incidentsJson],
  geojson: ['application/geo+json', incidentsGeojson],
} as const

export const exportHandlers: HandlersOf<'exportIncidents'> = {
  exportIncidents: async ({ server, store, who, protection, query: { format, rollups, ...filter } }) => {
    const today = new Date().toISOString().slice(0, 10)
    const { shown, grid } = protection
    if (shown) await logLook(server.store, { by: who.person.id, route: 'exportIncidents', documents: ['*'] })
    const nothing = await findsNothing(server, protection, filter)
    const all = nothing ? noIncidents() : publishIncidents(store, filter, { withNames: shown, today })
    const [mediaType, write] = WRITERS[format]
    const body = streamOf(write(chosen(all, { rollups: rollups || format === 'json', grid })))
    return { reply: null, about: [], stream: { mediaType, body, file: `incidents.${format}` } }
  },
}

async function* noIncidents(): AsyncGenerator<PublishedIncident> {}

async function* chosen(
  incidents: AsyncIterable<PublishedIncident>,
  { rollups, grid }: { readonly rollups: boolean; readonly grid: number | null },
): AsyncGenerator<PublishedIncident> {
  for await (const incident of incidents)
    if (rollups || incident.kind !== 'rollup') yield grid === null ? incident : coarsened(incident, grid)
}
