import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'

/** Refetches what is shown whenever the record changes, whoever changed it. */
export const useChanges = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    const events = new EventSource(api.url('changes', {}))
    let seen: string | null = null
    events.addEventListener('record', ({ data }: MessageEvent<string>) => {
      if (seen !== null && seen !== data)
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      seen = data
    })
    return () => events.close()
  }, [client])
}
