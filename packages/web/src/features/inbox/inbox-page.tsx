import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { SavedViews } from '../../components/saved-views.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { type InboxSearch, readInboxSearch } from '../../lib/inbox-search.ts'
import { codersQuery, collectionsQuery, documentsQuery } from '../../lib/resources.ts'
import { useMay } from '../../lib/session.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { DropZone } from './drop-zone.tsx'
import { foldCopies } from './fold-copies.ts'
import { ImportsLedger } from './imports-ledger.tsx'
import { InboxFilters } from './inbox-filters.tsx'

const route = getRouteApi('/inbox')

const filtersOf = ({ doc: _, ...filters }: InboxSearch) => filters
const toggled = (all: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  all.has(id) ? new Set([...all].filter((one) => one !== id)) : new Set([...all, id])

/** What came in: documents, copies folded under their original, and the ledger of imports. */
export const InboxPage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [ledger, setLedger] = useState(false)
  const query = useInfiniteQuery(documentsQuery(search))
  const mayReview = useMay('review')
  const coders = useQuery({ ...codersQuery, enabled: mayReview })
  const collections = useQuery(collectionsQuery)
  const mayMove = useMay('administer')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const people = (coders.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))
  const documents = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  const isNarrowed = Object.keys(filtersOf(search)).length > 0
  return (
    <Page
      full
      title={t('inbox.title')}
      lead={
        total == null
          ? undefined
          : t('inbox.count', { n: total.count, shown: number(total.count) + (total.exact ? '' : '+') })
      }
      actions={
        <>
          <SavedViews
            page="inbox"
            search={filtersOf(search)}
            open={(found) => navigate({ search: readInboxSearch(found) })}
          />
          <DropZone showLedger={() => setLedger(true)} />
        </>
      }
    >
      <InboxFilters search={search} coders={people} change={(next) => navigate({ search: next, replace: true })} />
      {chosen.size > 0 && (
        <BulkBar
          chosen={documents.filter(({ id }) => chosen.has(id))}
          coders={people}
          collections={collections.data?.items ?? []}
          mayMove={mayMove}
          clear={() => setChosen(new Set())}
        />
      )}
      <div className="grid min-h-0 flex-1 border-line border-t lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
        {query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : query.isPending ? (
          <Loading lines={12} />
        ) : documents.length === 0 ? (
          <Empty icon={Inbox} title={t(isNarrowed ? 'inbox.noMatch' : 'inbox.empty')}>
            {t(isNarrowed ? 'inbox.noMatchMend' : 'inbox.emptyMend')}
          </Empty>
        ) : (
          <DocumentsTable
            rows={foldCopies(documents)}
            selected={search.doc}
            select={(doc) => navigate({ search: { ...search, doc }, replace: true })}
            chosen={chosen}
            choose={mayReview ? (id) => setChosen((all) => toggled(all, id)) : undefined}
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
