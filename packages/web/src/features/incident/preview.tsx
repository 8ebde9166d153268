import type { RequestFor } from '@sijil/core/contract/api/client.js'
import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowDown } from 'lucide-react'
import { Figure } from '../../components/figure.tsx'
import { Grade } from '../../components/grade.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Origins } from '../../components/origins.tsx'
import { PlaceLabel } from '../../components/place-label.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

type Intended = RequestFor<'previewJudgement'>['body']

/** The figures as a judgement would leave them, worked out by the server and kept nowhere. */
export const Preview = ({ intended }: { readonly intended: Intended }) => {
  const t = useT()
  const query = useQuery({
    queryKey: ['preview', intended],
    queryFn: async ({ signal }) => (await api.call('previewJudgement', { body: intended, signal })).body,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  return (
    <section aria-label={t('judge.preview')} aria-busy={query.isFetching} className="mt-3 rounded-md bg-sunken p-3">
      {query.isPending ? (
        <Loading lines={3} />
      ) : (
        <div className={query.isFetching ? 'opacity-60' : ''}>
          <p className="eyebrow m-0">{t('judge.before')}</p>
          {query.data.before.map((one) => (
            <Line key={one.id} incident={one} />
          ))}
          <ArrowDown aria-hidden="true" className="my-1.5 size-4 text-faint" />
          <p className="eyebrow m-0">{t('judge.after')}</p>
          {query.data.after.map((one) => (
            <Line key={one.id} incident={one} />
          ))}
        </div>
      )}
    </section>
  )
}

const Line = ({ incident }: { readonly incident: IncidentRecord }) => {
  const t = useT()
  return (
    <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span className="min-w-0">
        <PlaceLabel place={incident.place} />
        <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
          <Words>{days(incident.from, incident.to, t)}</Words>
          <Ltr className="text-faint">{incident.id}</Ltr>
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>
          <Figure value={incident.killed} tone="killed" />{' '}
          <span className="text-[0.82rem] text-soft">{t('metric.killed')}</span>
        </span>
        <span>
          <Figure value={incident.injured} tone="injured" />{' '}
          <span className="text-[0.82rem] text-soft">{t('metric.injured')}</span>
        </span>
        <Origins documents={incident.documents.length} origins={incident.origins} />
        <Grade grade={incident.grade} />
      </span>
    </div>
  )
}
