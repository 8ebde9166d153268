import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const codingsQuery = queryOptions({
  queryKey: ['codings'],
  queryFn: async ({ signal }) => (await api.call('listCodings', { signal })).body,
})

export const codingQuery = (id: string, names: boolean) =>
  queryOptions({
    queryKey: ['codings', id, names],
    queryFn: async ({ signal }) =>
      (await api.call('showCoding', { params: { id }, signal, ...(names ? { names: 'show' as const } : {}) })).body,
  })

export const agreementQuery = (id: string, names: boolean) =>
  queryOptions({
    queryKey: ['codings', id, 'agreement', names],
    queryFn: async ({ signal }) =>
      (await api.call('showAgreement', { params: { id }, signal, ...(names ? { names: 'show' as const } : {}) })).body,
  })

export const sumAgreementQuery = queryOptions({
  queryKey: ['codings', 'sum'],
  queryFn: async ({ signal }) => (await api.call('sumAgreement', { signal })).body,
})
