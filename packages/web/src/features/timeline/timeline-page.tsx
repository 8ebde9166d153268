import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ChartNoAxesCombined } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Choice } from '../../components/choice.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { Page } from '../../components/page.tsx'
import { SavedViews } from '../../components/saved-views.tsx'
import { Empty, Failed, Loading } from '../../components/states.tsx'
import { readIncidentSearch } from '../../lib/filters.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { agreementsQuery, pointsQuery, tollsQuery } from '../../lib/resources.ts'
import { binsOf, STEPS, type Step, stepFor } from '../../lib/time-bins.ts'
import { Agreements } from './agreements.tsx'
import { bandsOf } from './bands.ts'
import { Chart } from './chart.tsx'
import { cumulativeChart, perStepChart, splitChart, tollsChart } from './charts.ts'
import { SPLITS, type Split, splitOf } from './split-of.ts'

const route = getRouteApi('/timeline')

/** The record over time, with its uncertainty, and monitors' tolls beside the sum of it. */
export const TimelinePage = () => {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(pointsQuery(search))
  const tolls = useInfiniteQuery(tollsQuery)
  const agreements = useQuery(agreementsQuery({ from: search.from, to: search.to, place: search.place }))
  const bands = useMemo(() => bandsOf(agreements.data ?? []), [agreements.data])
  const points = useMemo(() => query.data?.items ?? [], [query.data])
  const [chosen, setStep] = useState<Step | 'auto'>('auto')
  const [split, setSplit] = useState<Split>('means')
  const step = chosen === 'auto' ? stepFor(points) : chosen
  const bins = useMemo(() => binsOf(points, step), [points, step])
  const charts = useMemo(() => {
    const tollRows = tolls.data?.pages.flatMap((page) => page.items) ?? []
    return [
      perStepChart(bins, bands, step, t),
      splitChart(splitOf(points, split, step, t), step, split, t),
      cumulativeChart(bins, bands, t),
      tollsChart(tollRows, t),
    ].filter((chart) => chart.rows.length > 0)
  }, [bins, bands, points, split, step, t, tolls.data])
  return (
    <Page
      title={t('nav.timeline')}
      lead={t('timeline.lead')}
      actions={
        <SavedViews
          page="timeline"
          search={{ ...search }}
          open={(found) => navigate({ search: readIncidentSearch(found) })}
        />
      }
    >
      <div className="flex flex-wrap items-end gap-2.5">
        <FilterBar search={search} change={(next) => navigate({ search: next, replace: true })} />
        <Choice
          label={t('timeline.step')}
          className="w-32"
          value={chosen}
          onChange={(value) => setStep(value as Step | 'auto')}
          options={[
            { id: 'auto', label: t('timeline.auto') },
            ...STEPS.map((id) => ({ id, label: named(t, 'step', id) })),
          ]}
        />
        <Choice
          label={t('timeline.split')}
          className="w-44"
          value={split}
          onChange={(value) => setSplit(value as Split)}
          options={SPLITS.map((id) => ({ id, label: named(t, 'split', id) }))}
        />
      </div>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={10} />
      ) : bins.length === 0 ? (
        <Empty icon={ChartNoAxesCombined} title={t('timeline.none')}>
          {t('timeline.noneNote')}
        </Empty>
      ) : (
        <div className="mt-5 flex flex-col gap-5">
          {charts.map((chart) => (
            <Chart key={chart.name} {...chart} />
          ))}
          <Agreements bands={bands} />
        </div>
      )}
    </Page>
  )
}
