import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Layers } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { ExportMenu } from '../../components/export-menu.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { Page } from '../../components/page.tsx'
import { SavedViews } from '../../components/saved-views.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { narrowing, readIncidentSearch } from '../../lib/filters.ts'
import { number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { incidentsQuery } from '../../lib/resources.ts'
import { IncidentsTable } from './incidents-table.tsx'

const route = getRouteApi('/incidents')

/** The register: every incident, with the range of what is reported and whose word it rests on. */
export const IncidentsPage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(incidentsQuery(search))
  const rows: readonly IncidentRecord[] = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total
  return (
    <Page
      title={t('incidents.title')}
      lead={
        total == null
          ? t('incidents.lead')
          : t('incidents.count', { n: total.count, shown: number(total.count) + (total.exact ? '' : '+') })
      }
      actions={
        <>
          <SavedViews
            page="incidents"
            search={{ ...search }}
            open={(found) => navigate({ search: readIncidentSearch(found) })}
          />
          <ExportMenu search={search} />
        </>
      }
    >
      <FilterBar search={search} change={(next) => navigate({ search: next, replace: true })} />
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={10} />
      ) : rows.length === 0 ? (
        <Empty icon={Layers} title={t(narrowing(search) > 0 ? 'incidents.noMatch' : 'incidents.none')}>
          {t(narrowing(search) > 0 ? 'incidents.noMatchMend' : 'incidents.noneMend')}
        </Empty>
      ) : (
        <>
          <IncidentsTable rows={rows} />
          {query.hasNextPage && (
            <div className="no-print mt-4 flex justify-center">
              <Button onPress={() => query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
                {query.isFetchingNextPage ? t('state.loading') : t('list.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  )
}
