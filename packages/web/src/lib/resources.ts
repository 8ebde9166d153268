import type { ReplyOf } from '@sijil/core/contract/api/route.js'
import type { Routes } from '@sijil/core/contract/api/routes.js'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'
import type { IncidentSearch } from './filters.ts'
import type { InboxSearch } from './inbox-search.ts'

/** Every key begins with the resource, so that a change of the record can refetch what it touches. */
const paged = { initialPageParam: undefined as string | undefined, placeholderData: keepPreviousData }
const PAGE = 100
const after = (cursor: string | undefined) => (cursor === undefined ? {} : { after: cursor })
const nextOf = (last: { readonly next: string | null }): string | undefined => last.next ?? undefined

/** Filters as the server takes them. */
const asked = ({ grade, ...search }: IncidentSearch) => ({
  ...search,
  ...(grade === undefined ? {} : { grade: [grade] }),
})

export const incidentsQuery = (search: IncidentSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['incidents', search],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...asked(search), limit: PAGE, total: true, ...after(pageParam) }
      return (await api.call('listIncidents', { query, signal })).body
    },
    getNextPageParam: nextOf,
  })

/** With `names`, those of persons too, where the role allows it: each look is logged. */
const naming = (names: boolean) => (names ? { names: 'show' as const } : {})

export const incidentQuery = (code: string, asOf?: string, names = false) =>
  queryOptions({
    queryKey: ['incident', code, asOf ?? null, names],
    queryFn: ({ signal }) =>
      api.call('showIncident', {
        params: { code },
        query: asOf === undefined ? {} : { asOf },
        signal,
        ...naming(names),
      }),
  })

export const compareQuery = (code: string) =>
  queryOptions({
    queryKey: ['incident', code, 'compare'],
    queryFn: async ({ signal }) => (await api.call('compareIncident', { params: { code }, signal })).body,
  })

export const historyQuery = (code: string) =>
  queryOptions({
    queryKey: ['incident', code, 'history'],
    queryFn: async ({ signal }) => (await api.call('showHistory', { params: { code }, signal })).body,
  })

/** The inbox's filters as the server takes them. */
const documentsAsked = ({ q, copies, doc: _, ...search }: InboxSearch) => ({
  ...search,
  ...(q === undefined || q === '' ? {} : { search: q }),
  ...(copies === undefined ? {} : { copies: copies === 'only' }),
})

export const documentsQuery = ({ doc: _, ...search }: InboxSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['documents', search],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: 200,
        total: true,
        sort: 'newest' as const,
        ...documentsAsked(search),
        ...after(pageParam),
      }
      return (await api.call('listDocuments', { query, signal })).body
    },
    getNextPageParam: nextOf,
  })

export const tollsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['tolls'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.call('listTolls', { query: { limit: PAGE, ...after(pageParam) }, signal })).body,
  getNextPageParam: nextOf,
})

interface AgreementSearch {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly place: string | undefined
}

const MOST_AGREEMENTS = 500

/** Ceasefires and other agreements, as claims tell them: what the timeline shows behind its figures. */
export const agreementsQuery = ({ from, to, place }: AgreementSearch) =>
  queryOptions({
    queryKey: ['claims', 'agreement', from, to, place],
    queryFn: async ({ signal }) => {
      const narrow = Object.fromEntries(Object.entries({ from, to, place }).filter(([, value]) => value !== undefined))
      const query = { kind: 'agreement' as const, limit: MOST_AGREEMENTS, ...narrow }
      return (await api.call('listClaims', { query, signal })).body.items
    },
    placeholderData: keepPreviousData,
  })

export const importsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['imports'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.call('listImports', { query: { limit: PAGE, ...after(pageParam) }, signal })).body,
  getNextPageParam: nextOf,
})

/** A document with its words; with `names`, those of persons too, where the role allows it: each look is logged. */
export const documentQuery = (id: string, names = false) =>
  queryOptions({
    queryKey: ['document', id, names],
    queryFn: async ({ signal }) => (await api.call('readDocument', { params: { id }, signal, ...naming(names) })).body,
  })
/** A document with its words, zones and claims. */
export type DocumentRead = ReplyOf<Routes['readDocument']>

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: async ({ signal }) => (await api.call('showImport', { params: { id }, signal })).body,
  })

export const queueQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['queue'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.call('reviewQueue', { query: { limit: 50, ...after(pageParam) }, signal })).body,
  getNextPageParam: nextOf,
})

export const pointsQuery = (search: IncidentSearch) =>
  queryOptions({
    queryKey: ['incidents', 'points', search],
    queryFn: async ({ signal }) => {
      const { sort: _, kind: _kind, ...query } = asked(search)
      return (await api.call('incidentPoints', { query, signal })).body
    },
    placeholderData: keepPreviousData,
  })

export const gazetteersQuery = queryOptions({
  queryKey: ['gazetteers'],
  queryFn: async ({ signal }) => (await api.call('listGazetteers', { signal })).body,
})

export const judgementsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['judgements'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.call('listJudgements', { query: { limit: PAGE, ...after(pageParam) }, signal })).body,
  getNextPageParam: nextOf,
})

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => (await api.call('health', { signal })).body,
})
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await api.call('listPeople', { signal })).body,
})

export const collectionsQuery = queryOptions({
  queryKey: ['collections'],
  queryFn: async ({ signal }) => (await api.call('listCollections', { signal })).body,
})

export const codersQuery = queryOptions({
  queryKey: ['coders'],
  queryFn: async ({ signal }) => (await api.call('listCoders', { signal })).body,
})

export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => (await api.call('listOrganisations', { signal })).body,
})

export const outletsQuery = queryOptions({
  queryKey: ['outlets'],
  queryFn: async ({ signal }) => (await api.call('listOutlets', { signal })).body,
})

/** What workers do, asked again while it is looked at. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ signal }) => (await api.call('showStatus', { signal })).body,
  refetchInterval: 5000,
})

export const logQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['log'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.call('showLog', { query: { limit: PAGE, ...after(pageParam) }, signal })).body,
  getNextPageParam: nextOf,
})

/** One incident as the map and the timeline need it. */
export type IncidentPoint = ReplyOf<Routes['incidentPoints']>['items'][number]
