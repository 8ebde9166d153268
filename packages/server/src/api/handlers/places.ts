import { listGazetteers } from '../../actions/list-gazetteers.ts'
import { placesNear } from '../../actions/places-near.ts'
import { removeGazetteer } from '../../actions/remove-gazetteer.ts'
import { searchGazetteer } from '../../actions/search-gazetteer.ts'
import type { HandlersOf } from '../handlers-of.ts'

export const placeHandlers: HandlersOf<'searchPlaces' | 'placesNear' | 'listGazetteers' | 'removeGazetteer'> = {
  searchPlaces: async ({ server, query: { name, country = null, limit } }) => {
    const found = await searchGazetteer(server.store, { name, country, limit })
    return {
      reply: {
        items: found.map(({ entry, name: matched, likeness }) => ({
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
        })),
      },
    }
  },
  placesNear: async ({ server, store, query }) => {
    const { area, items } = await placesNear(store, server.store, query)
    return { reply: { area, items: [...items] } }
  },
  listGazetteers: async ({ server }) => ({ reply: { items: [...(await listGazetteers(server.store))] } }),
  removeGazetteer: async ({ server, params }) => {
    await removeGazetteer(server.store, params.name)
    return { reply: null }
  },
}
