import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const EACH = 6

/** Codes, incidents, documents, outlets and places that answer to a few words. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) => (await api.call('search', { query: { q: words, limit: EACH }, signal })).body,
    staleTime: 30_000,
  })
