import { atLeast, type Role } from '@sijil/core/contract/api/role.js'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { api } from './api.ts'

/** Who is signed in, and what they may do. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => (await api.call('showSession', { signal })).body,
  staleTime: 60_000,
})

const NEEDS = { review: 'coder', judge: 'reviewer', upload: 'coder', administer: 'admin' } as const satisfies Record<
  string,
  Role
>

/** Whether the person's role allows something; the server decides again on every write. */
export const useMay = (act: keyof typeof NEEDS): boolean => {
  const { data } = useQuery(sessionQuery)
  return data?.role != null && atLeast(data.role, NEEDS[act])
}

let shown = false
const listeners = new Set<() => void>()

/** Shows names of persons from now on, until the page is left; the server logs every look. */
export const showNames = (show: boolean): void => {
  shown = show
  for (const tell of listeners) tell()
}

export const useNames = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => shown,
  )
