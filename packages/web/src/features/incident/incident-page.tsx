import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { WhatNumbersAre } from '../../components/page.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { useT } from '../../lib/i18n.ts'
import { incidentQuery } from '../../lib/resources.ts'
import { useNames } from '../../lib/session.ts'
import { Checks } from './checks.tsx'
import { Codebooks } from './codebooks.tsx'
import { Decisions } from './decisions.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { History } from './history.tsx'
import { IncidentHead } from './incident-head.tsx'
import { JudgeMenu } from './judge-menu.tsx'
import { PlaceCard } from './place-card.tsx'
import { Relatives } from './relatives.tsx'

const route = getRouteApi('/incidents/$code')

/** One incident: its ranges, why each bound is what it is, and every claim behind it in its own words. */
export const IncidentPage = () => {
  const t = useT()
  const { code } = route.useParams()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(incidentQuery(code, asOf, useNames()))
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={12} />
  const incident = query.data.body
  return (
    <article className="mx-auto w-full max-w-[1280px] px-4 pb-12 md:px-8">
      <IncidentHead
        incident={incident}
        asOf={asOf}
        showAsOf={(day) => navigate({ search: day ? { asOf: day } : {} })}
        actions={
          <>
            <JudgeMenu incident={incident} version={query.data.version} />
            <Link
              to="/incidents/$code/sheet"
              params={{ code: incident.id }}
              search={asOf === undefined ? {} : { asOf }}
              className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-strong-line bg-raised px-3 font-medium text-ink no-underline hover:bg-sunken"
            >
              <Printer aria-hidden="true" className="size-4" />
              {t('action.print')}
            </Link>
          </>
        }
      />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <Relatives incident={incident} />
          <Checks incident={incident} version={query.data.version} />
          <EvidenceTable incident={incident} />
          <Codebooks code={code} />
        </div>
        <aside className="flex min-w-0 flex-col gap-8">
          <Decisions incident={incident} version={query.data.version} />
          <PlaceCard place={incident.place} />
          <History code={code} />
        </aside>
      </div>
      <WhatNumbersAre />
    </article>
  )
}
