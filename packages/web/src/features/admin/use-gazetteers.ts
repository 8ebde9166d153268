import type { ReplyOf } from '@sijil/core/contract/api/route.js'
import type { Routes } from '@sijil/core/contract/api/routes.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../components/toasts.tsx'
import { api } from '../../lib/api.ts'
import { followTask } from '../../lib/follow-task.ts'
import { number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

export type Gazetteer = ReplyOf<Routes['listGazetteers']>['items'][number]

/** Importing a gazetteer, taking one out, and placing by those in use what was read before. */
export const useGazetteers = (gazetteers: readonly Gazetteer[]) => {
  const t = useT()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries()
  const importFile = useMutation({
    mutationFn: async (file: File): Promise<readonly string[]> => {
      const seen = gazetteers.find(({ name }) => name === nameOf(file))?.sha256
      const query = { file: file.name, name: nameOf(file), ...(seen ? { replaces: seen } : {}) }
      const { result } = await followTask((await api.call('importGazetteer', { query, bytes: file })).body)
      const bad = (result?.bad ?? []) as readonly { readonly line: number; readonly why: string }[]
      return bad.map(({ line, why }) => t('tables.skipped', { line, why }))
    },
    onSuccess: async (_, file) => {
      say(t('tables.imported', { name: nameOf(file) }))
      await refresh()
    },
  })
  const apply = useMutation({
    mutationFn: async () => (await followTask((await api.call('applyGazetteers', {})).body)).result,
    onSuccess: async (result) => {
      const n = Number(result?.moved ?? 0)
      say(t('gazetteers.applied', { n, shown: number(n) }))
      await refresh()
    },
  })
  const remove = useMutation({
    mutationFn: ({ name, sha256 }: Gazetteer) =>
      api.call('removeGazetteer', { params: { name }, version: sha256 ?? '' }),
    onSuccess: async (_, { name }) => {
      say(t('tables.removed', { name }))
      await refresh()
    },
  })
  return { importFile, apply, remove }
}

const nameOf = ({ name }: File): string => name.replace(/\.[^.]+$/, '')
