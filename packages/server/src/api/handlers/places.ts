import type { GazetteerMatch } from '@sijil/core/gazetteer/gazetteer.js'
import { expectGazetteer } from '../../actions/import-gazetteers.ts'
import { listGazetteers } from '../../actions/list-gazetteers.ts'
import { placesNear } from '../../actions/places-near.ts'
import { removeGazetteer } from '../../actions/remove-gazetteer.ts'
import { searchGazetteer } from '../../actions/search-gazetteer.ts'
import { receiveFile } from '../../actions/tasks/receive-file.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { begun } from './tasks.ts'

type Names =
  | 'searchPlaces'
  | 'placesNear'
  | 'listGazetteers'
  | 'importGazetteer'
  | 'applyGazetteers'
  | 'removeGazetteer'

export const placeHandlers: HandlersOf<Names> = {
  searchPlaces: async ({ server, query: { name, country = null, limit } }) => {
    const found = await searchGazetteer(server.store, { name, country, limit })
    return {
      reply: {
        items: found.map(toFoundPlace),
      },
    }
  },
  placesNear: async ({ server, store, query }) => {
    const { area, items } = await placesNear(store, server.store, query)
    return { reply: { area, items: [...items] } }
  },
  listGazetteers: async ({ server }) => ({ reply: { items: [...(await listGazetteers(server.store))] } }),
  importGazetteer: async ({ server, who, query, bytes }) => {
    const { file, name = null, source = null, licence = null, replaces = null } = query
    const path = await receiveFile(server.store, file, bytes, (sha256) =>
      expectGazetteer(server.store, { file, name, sha256, replaces }),
    )
    const task = { kind: 'import-gazetteer', path, file, name, source, licence, replaces } as const
    return { reply: await begun(server, who, task) }
  },
  applyGazetteers: async ({ server, who }) => ({ reply: await begun(server, who, { kind: 'apply-gazetteers' }) }),
  removeGazetteer: async ({ server, params, version }) => {
    await removeGazetteer(server.store, params.name, version)
    return { reply: null }
  },
}

/** A place that was found by a name, as a reply has it. */
export const toFoundPlace = ({ entry, name: matched, likeness }: GazetteerMatch) => ({
  id: entry.id,
  name: entry.name,
  lat: entry.lat,
  lon: entry.lon,
  kind: entry.kind,
  country: entry.country,
  admin1: entry.admin1,
  pcode: entry.pcode,
  score: likeness,
  matched,
})
