import { documentsOfIncidents } from '../../actions/incident-documents.ts'
import { searchPlaces, searchRecord } from '../../actions/search-all.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { findsNothing } from '../nothing-found.ts'
import { toFoundPlace } from './places.ts'

export const searchHandlers: HandlersOf<'search'> = {
  search: async ({ server, store, protection, query: { q, limit } }) => {
    const places = (await searchPlaces(server.store, q, limit)).map(toFoundPlace)
    if (await findsNothing(server, protection, { search: q }))
      return { reply: { codes: [], incidents: [], documents: [], outlets: [], places }, about: [] }
    const { codes, incidents, documents, outlets } = await searchRecord(store, q, limit)
    const about = documents.map(({ id }) => id)
    // Where nobody can tell names from other words, a hit could tell one.
    const { unreadable } = protection.shown ? { unreadable: new Set<string>() } : await server.names.namesOf(about)
    const behind = await documentsOfIncidents(
      store,
      incidents.map(({ id }) => id),
    )
    return {
      reply: {
        codes: [...codes],
        incidents: [...incidents],
        documents: documents.filter(({ id }) => !unreadable.has(id)),
        outlets: [...outlets],
        places,
      },
      about: [...about, ...behind],
    }
  },
}
