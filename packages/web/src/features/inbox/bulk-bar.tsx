import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import { DESK_STATES, type DeskState } from '@sijil/core/model/desk.js'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Choice, type Option } from '../../components/choice.tsx'
import { say } from '../../components/toasts.tsx'
import { api, isConflict } from '../../lib/api.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'

interface BulkBarProps {
  readonly chosen: readonly DocumentRecord[]
  readonly coders: readonly Option[]
  readonly collections: readonly { readonly id: number; readonly name: string }[]
  readonly mayMove: boolean
  readonly clear: () => void
}

const NONE = 'none'
const asSeen = ({ id, desk }: DocumentRecord) => ({ id, version: desk?.version ?? '' })

/** What is done to several documents at once: whose they are, how far the work has come, which collection. */
export const BulkBar = ({ chosen, coders, collections, mayMove, clear }: BulkBarProps) => {
  const t = useT()
  const client = useQueryClient()
  const onError = (error: unknown): void => {
    say(problemWords(error, t), { tone: 'alert' })
    if (isConflict(error)) void client.invalidateQueries({ queryKey: ['documents'] })
  }
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['documents'] })
    say(t('desk.changed', { n: chosen.length }))
  }
  const desk = useMutation({
    mutationFn: (change: { readonly state?: DeskState; readonly assignee?: string | null }) =>
      api.call('deskDocuments', { body: { documents: chosen.map(asSeen), ...change } }),
    onSuccess,
    onError,
  })
  const move = useMutation({
    mutationFn: ({ from, to }: { readonly from: number; readonly to: number }) =>
      api.call('moveDocuments', {
        params: { id: to },
        body: { from, documents: chosen.map((document) => document.id) },
      }),
    onSuccess: async () => {
      await onSuccess()
      clear()
    },
    onError,
  })
  const choose = { id: NONE, label: t('coding.choose') }
  return (
    <section
      aria-label={t('desk.bulk')}
      className="flex flex-wrap items-end gap-2.5 border-line border-t bg-accent-wash px-4 py-2.5 md:px-6"
    >
      <span role="status" className="min-h-9 content-center font-medium">
        {t('desk.chosen', { n: chosen.length })}
      </span>
      <Choice
        label={t('desk.mark')}
        className="w-36"
        value={NONE}
        onChange={(state) => state !== NONE && desk.mutate({ state: state as DeskState })}
        options={[choose, ...DESK_STATES.map((id) => ({ id, label: named(t, 'deskState', id) }))]}
      />
      <Choice
        label={t('desk.assign')}
        className="w-44"
        value={NONE}
        onChange={(id) => id !== NONE && desk.mutate({ assignee: id === 'nobody' ? null : id })}
        options={[choose, { id: 'nobody', label: t('desk.nobody') }, ...coders]}
      />
      {mayMove && collections.length > 1 && (
        <Choice
          label={t('desk.move')}
          className="w-44"
          value={NONE}
          onChange={(id) => {
            const [from, to] = id.split(' ').map(Number)
            if (from !== undefined && to !== undefined) move.mutate({ from, to })
          }}
          options={[
            choose,
            ...collections.flatMap((from) =>
              collections
                .filter((to) => to.id !== from.id)
                .map((to) => ({
                  id: `${from.id} ${to.id}`,
                  label: t('desk.fromTo', { from: from.name, to: to.name }),
                })),
            ),
          ]}
        />
      )}
      <Button look="quiet" onPress={clear}>
        <X aria-hidden="true" className="size-4" />
        {t('desk.clear')}
      </Button>
    </section>
  )
}
