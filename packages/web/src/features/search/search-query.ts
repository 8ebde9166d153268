import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const EACH = 6

/** Incidents, documents and places that answer to a few words. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) => {
      const [byPlace, documents, places] = await Promise.all([
        api.call('listIncidents', { query: { limit: EACH, search: words }, signal }),
        api.call('listDocuments', { query: { limit: EACH, search: words }, signal }),
        api.call('searchPlaces', { query: { limit: EACH, name: words }, signal }),
      ])
      return { incidents: byPlace.body.items, documents: documents.body.items, places: places.body.items }
    },
    staleTime: 30_000,
  })
