import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { documentsQuery } from '../../lib/resources.ts'
import { DocumentPreview } from './document-preview.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { DropZone } from './drop-zone.tsx'
import { foldCopies } from './fold-copies.ts'
import { ImportsLedger } from './imports-ledger.tsx'

const route = getRouteApi('/inbox')

/** What came in: documents, copies folded under their original, and the ledger of imports. */
export const InboxPage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [ledger, setLedger] = useState(false)
  const query = useInfiniteQuery(documentsQuery({ q: search.q }))
  const documents = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  return (
    <Page
      full
      title={t('inbox.title')}
      lead={
        total == null
          ? undefined
          : t('inbox.count', { n: total.count, shown: number(total.count) + (total.exact ? '' : '+') })
      }
      actions={<DropZone showLedger={() => setLedger(true)} />}
    >
      <div className="flex flex-wrap items-end gap-3 px-4 pb-3 md:px-6">
        <Field
          hideLabel
          label={t('filter.text')}
          placeholder={t('filter.text')}
          value={search.q ?? ''}
          onChange={(q) =>
            navigate({ search: { ...(search.doc ? { doc: search.doc } : {}), ...(q ? { q } : {}) }, replace: true })
          }
          className="w-72"
        />
      </div>
      <div className="grid min-h-0 flex-1 border-line border-t lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
        {query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : query.isPending ? (
          <Loading lines={12} />
        ) : documents.length === 0 ? (
          <Empty icon={Inbox} title={t('inbox.empty')}>
            {t('inbox.emptyMend')}
          </Empty>
        ) : (
          <DocumentsTable
            rows={foldCopies(documents)}
            selected={search.doc}
            select={(doc) => navigate({ search: { ...search, doc }, replace: true })}
            reachedEnd={() => query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage()}
          />
        )}
        <div className="hidden min-h-0 overflow-auto border-line border-s bg-raised lg:block">
          {search.doc ? (
            <DocumentPreview id={search.doc} />
          ) : (
            <p className="p-6 text-faint">{t('inbox.previewHint')}</p>
          )}
        </div>
      </div>
      <ImportsLedger isOpen={ledger} close={() => setLedger(false)} />
    </Page>
  )
}
