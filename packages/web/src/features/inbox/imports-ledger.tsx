import type { ImportRecord } from '@sijil/core/contract/import-record.js'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { say } from '../../components/toasts.tsx'
import { api } from '../../lib/api.ts'
import { moment, named, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { problemWords } from '../../lib/problem-words.ts'
import { importQuery, importsQuery } from '../../lib/resources.ts'
import { useMay } from '../../lib/session.ts'
import { follow } from './upload.ts'

/** Every import: what was new, known, copied, refused, and why. */
export const ImportsLedger = ({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) => {
  const t = useT()
  const query = useInfiniteQuery({ ...importsQuery, enabled: isOpen })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Sheet title={t('import.ledger')} isOpen={isOpen} close={close} wide>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={4} />
      ) : rows.length === 0 ? (
        <p className="text-soft">{t('import.none')}</p>
      ) : (
        <ul className="m-0 list-none p-0">
          {rows.map((row) => (
            <Import key={row.id} row={row} />
          ))}
        </ul>
      )}
      {query.hasNextPage && <Button onPress={() => query.fetchNextPage()}>{t('list.more')}</Button>}
    </Sheet>
  )
}

const Import = ({ row }: { readonly row: ImportRecord }) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const mayUpload = useMay('upload')
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: async () => follow((await api.call('retryImport', { params: { id: row.id } })).body, () => undefined),
    onSuccess: async (end) => {
      say(end.problem ?? t('import.done', { name: end.name }), { tone: end.problem ? 'alert' : 'done' })
      await client.invalidateQueries()
    },
    onError: (error) => {
      say(problemWords(error, t), { tone: 'alert' })
    },
  })
  const detail = useQuery({ ...importQuery(row.id), enabled: open })
  return (
    <li className="border-line border-t py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <Ltr className="font-medium">#{row.id}</Ltr> <Words className="text-soft">{moment(row.startedAt)}</Words>
        </span>
        <span className={row.outcome === 'failed' || row.outcome === 'interrupted' ? 'text-alert' : 'text-soft'}>
          {named(t, 'outcome', row.outcome)}
        </span>
      </div>
      <Words className="block truncate text-[0.87rem] text-faint">{row.paths.join(', ')}</Words>
      <p className="m-0 flex flex-wrap gap-x-4 text-[0.9rem]">
        {(['new', 'known', 'copied', 'refused'] as const).map((what) => (
          <span key={what} className={what === 'refused' && row.refused > 0 ? 'text-alert' : 'text-soft'}>
            {named(t, 'import', what)} <Ltr className="font-semibold">{number(row[what])}</Ltr>
          </span>
        ))}
        {row.refused > 0 && (
          <button type="button" className="text-accent underline" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('import.why')}
          </button>
        )}
        {row.refused > 0 && mayUpload && (
          <Button small look="quiet" isDisabled={retry.isPending} onPress={() => retry.mutate()}>
            {t('import.retry')}
          </Button>
        )}
      </p>
      {open && detail.data && (
        <ul className="mt-2 mb-0 list-none rounded-md bg-alert-wash p-3 text-[0.9rem]">
          {detail.data.refusals.map((refusal) => (
            <li key={`${refusal.name} ${refusal.at} ${refusal.code}`}>
              <Words className="font-medium">{[refusal.name, refusal.at].filter(Boolean).join(': ')}</Words>{' '}
              {refusal.text}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
