import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Layers, Table2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { WhatNumbersAre } from '../../components/page.tsx'
import { SavedViews } from '../../components/saved-views.tsx'
import { Failed } from '../../components/states.tsx'
import { readIncidentSearch } from '../../lib/filters.ts'
import { number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { pointsQuery } from '../../lib/resources.ts'
import { IncidentCards } from './incident-cards.tsx'
import { IncidentsMap } from './incidents-map.tsx'
import { TimeBrush } from './time-brush.tsx'

const route = getRouteApi('/map')

/** Every incident where it was, as exactly as is known; the days below are the brush. */
export const MapPage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(pointsQuery(search))
  // The brush shows all days, also those it leaves out.
  const { from: _from, to: _to, ...allDays } = search
  const everything = useQuery(pointsQuery(allDays))
  const [selected, setSelected] = useState<readonly string[]>([])
  const [background, setBackground] = useState<File | null>(null)
  const points = useMemo(() => query.data?.items ?? [], [query.data])
  const chosen = useMemo(() => points.filter((point) => selected.includes(point.code)), [points, selected])
  useEffect(() => {
    document.title = `${t('nav.map')} · Sijil`
  }, [t])
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-end justify-between gap-x-2 gap-y-3 border-line border-b px-4 py-3 max-md:justify-start md:px-5">
        <h1 className="sr-only">{t('nav.map')}</h1>
        <FilterBar search={search} change={(next) => navigate({ search: next, replace: true })} />
        <div className="flex flex-wrap items-center gap-2 max-md:contents">
          <SavedViews
            page="map"
            search={{ ...search }}
            open={(found) => navigate({ search: readIncidentSearch(found) })}
          />
          <FileTrigger acceptedFileTypes={['.pmtiles']} onSelect={(files) => setBackground(files?.[0] ?? null)}>
            <Button look="quiet">
              <Layers aria-hidden="true" className="size-4" />
              <span className="max-md:sr-only">{t('map.background')}</span>
            </Button>
          </FileTrigger>
          <Link
            to="/incidents"
            search={search}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-strong-line bg-raised px-3 font-medium text-ink no-underline hover:bg-sunken"
          >
            <Table2 aria-hidden="true" className="size-4" />
            {t('map.asTable')}
          </Link>
        </div>
      </header>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : (
        <div className="relative min-h-0 flex-1">
          <IncidentsMap points={points} selected={selected} select={setSelected} background={background} />
          <p
            role="status"
            className="absolute start-3 top-3 m-0 rounded-md border border-line bg-raised/95 px-3 py-1.5 text-[0.87rem] shadow-sm"
          >
            {query.isPending
              ? t('state.loading')
              : t('map.count', { n: points.length, shown: number(points.length), unplaced: query.data.unplaced })}
          </p>
          {chosen.length > 0 && <IncidentCards points={chosen} close={() => setSelected([])} />}
        </div>
      )}
      <footer className="border-line border-t bg-raised px-4 pt-2 pb-2 md:px-5">
        <TimeBrush
          points={everything.data?.items ?? []}
          from={search.from}
          to={search.to}
          change={(days) => navigate({ search: { ...allDays, ...days }, replace: true })}
        />
        <WhatNumbersAre className="mt-1" />
      </footer>
    </div>
  )
}
