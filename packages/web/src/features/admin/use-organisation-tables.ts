import type { OrganisationListRecord } from '@sijil/core/contract/organisation-record.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { say } from '../../components/toasts.tsx'
import { api } from '../../lib/api.ts'
import { followTask } from '../../lib/follow-task.ts'
import { useT } from '../../lib/i18n.ts'
import { changed, type Organisation, tableOf } from './organisation-table.ts'

interface Change {
  readonly table: string
  /** The table as it was seen; undefined for a new one. A write that saw an older one is refused. */
  readonly seen: OrganisationListRecord | undefined
  /** The key of the organisation that is changed; null for a new one. */
  readonly was: string | null
  /** What it is now; null takes it out. */
  readonly now: Organisation | null
}

const tableName = ({ name }: File): string => name.replace(/\.[^.]+$/, '')

/** Importing, changing and taking out tables of organisations: each time the record is folded anew. */
export const useOrganisationTables = (lists: readonly OrganisationListRecord[]) => {
  const t = useT()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries()
  const send = async (
    file: string,
    name: string,
    bytes: Blob,
    seen: OrganisationListRecord | undefined,
  ): Promise<readonly string[]> => {
    const replaces = seen ? { replaces: seen.sha256 } : {}
    const { body } = await api.call('importOrganisations', { query: { file, name, ...replaces }, bytes })
    const { result } = await followTask(body)
    const bad = (result?.bad ?? []) as readonly { readonly line: number; readonly why: string }[]
    return bad.map(({ line, why }) => t('tables.skipped', { line, why }))
  }
  const takeOut = async ({ name, sha256 }: OrganisationListRecord): Promise<void> => {
    await followTask((await api.call('removeOrganisations', { params: { name }, version: sha256 })).body)
  }
  const importFile = useMutation({
    mutationFn: (file: File) =>
      send(
        file.name,
        tableName(file),
        file,
        lists.find(({ name }) => name === tableName(file)),
      ),
    onSuccess: async (_, file) => {
      say(t('tables.imported', { name: tableName(file) }))
      await refresh()
    },
  })
  const change = useMutation({
    mutationFn: async ({ table, seen, was, now }: Change) => {
      const organisations = changed(seen?.organisations ?? [], was, now)
      // A table without a row is none.
      if (organisations.length === 0 && seen) return takeOut(seen)
      await send(`${table}.csv`, table, new Blob([tableOf(organisations)]), seen)
    },
    onSuccess: async (_, { was, now }) => {
      say(t(now === null ? 'organisations.takenOut' : was === null ? 'organisations.added' : 'organisations.changed'))
      await refresh()
    },
  })
  const remove = useMutation({
    mutationFn: takeOut,
    onSuccess: async (_, { name }) => {
      say(t('tables.removed', { name }))
      await refresh()
    },
  })
  return { importFile, change, remove }
}
