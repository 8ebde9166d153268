import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Figure, hasNumber } from '../../components/figure.tsx'
import { Grade } from '../../components/grade.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { MeansLabel } from '../../components/means-label.tsx'
import { Origins } from '../../components/origins.tsx'
import { PlaceLabel } from '../../components/place-label.tsx'
import { days, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { serverWords } from '../../lib/learnt.ts'

interface HeadProps {
  readonly incident: IncidentDetail
  readonly asOf: string | undefined
  readonly showAsOf: (day: string | undefined) => void
  readonly actions: ReactNode
}

/** The incident in a few lines: where, when, how many, on how many words. */
export const IncidentHead = ({ incident, asOf, showAsOf, actions }: HeadProps) => {
  const t = useT()
  return (
    <header className="pt-6 pb-7">
      <nav aria-label={t('nav.path')} className="no-print flex items-center gap-1 text-[0.87rem] text-faint">
        <Link to="/incidents" className="text-soft">
          {t('incidents.title')}
        </Link>
        <ChevronRight aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
        <Ltr>{incident.id}</Ltr>
      </nav>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="m-0 text-[1.7rem] leading-tight font-semibold tracking-[-0.015em]">
            <PlaceLabel place={incident.place} full />
          </h1>
          <p className="mt-1 mb-0 flex flex-wrap items-baseline gap-x-3 text-soft">
            <Words className="font-medium text-ink">{days(incident.from, incident.to, t)}</Words>
            <span>{t('date.precision', { n: incident.datePrecision })}</span>
            {incident.means.length > 0 && <MeansLabel means={incident.means} />}
            {incident.kind === 'rollup' && <span className="text-toll">{t('incident.rollupLong')}</span>}
          </p>
        </div>
        <div className="no-print flex flex-wrap items-end gap-2">
          <label className="flex flex-col text-[0.82rem] text-soft">
            {t('incident.asOf')}
            <input
              type="date"
              value={asOf ?? ''}
              onChange={(event) => showAsOf(event.target.value || undefined)}
              className="min-h-9 rounded-md border border-strong-line bg-raised px-2 text-ink"
            />
          </label>
          {actions}
        </div>
      </div>
      {asOf && (
        <p className="mt-3 mb-0 rounded-md bg-toll-wash px-3 py-1.5 text-toll">
          {t('incident.asOfNote', { day: asOf })}
        </p>
      )}
      <div className="mt-5 flex flex-wrap items-start gap-x-10 gap-y-5 border-line border-y py-5">
        {incident.reported.map((metric) => (
          <Metric key={metric} incident={incident} metric={metric} />
        ))}
        <div className="flex min-w-60 max-w-xs flex-1 flex-col gap-4">
          <div className="flex flex-col gap-1">
            <span className="eyebrow">{t('column.origins')}</span>
            <Origins documents={incident.documents.length} origins={incident.origins} />
            <span className="text-[0.85rem] text-soft">
              {t('origins.title', { documents: incident.documents.length, origins: incident.origins })}
            </span>
          </div>
          <div className="flex max-w-xs flex-col gap-1">
            <span className="eyebrow">{t('column.grade')}</span>
            <Grade grade={incident.grade} meaning />
          </div>
          <div className="flex max-w-xs flex-col gap-1">
            <span className="eyebrow">{t('column.actors')}</span>
            <Words>{incident.actors.length === 0 ? t('actors.none') : incident.actors.join(', ')}</Words>
          </div>
        </div>
      </div>
    </header>
  )
}

const TONE = { killed: 'killed', injured: 'injured', displaced: 'displaced' } as const
type Metric = IncidentDetail['reported'][number]
const VALUES: Readonly<Record<Metric, keyof IncidentDetail>> = {
  killed: 'killed',
  injured: 'injured',
  killed_or_injured: 'killedOrInjured',
  missing: 'missing',
  abducted: 'abducted',
  displaced: 'displaced',
}

const Metric = ({ incident, metric }: { readonly incident: IncidentDetail; readonly metric: Metric }) => {
  const t = useT()
  const value = incident[VALUES[metric]] as IncidentDetail['killed']
  const groups = metric === 'killed' ? Object.entries(incident.groups).filter(([, bounds]) => hasNumber(bounds)) : []
  const sides =
    metric === 'killed' || metric === 'injured'
      ? (['civilians', 'combatants', 'unknown'] as const).filter(
          (side) => hasNumber(value[side]) && value[side].high !== 0,
        )
      : []
  return (
    <div className="flex flex-col gap-1">
      <span className="eyebrow">{named(t, 'metric', metric)}</span>
      <Figure value={value} tone={TONE[metric as 'killed'] ?? 'plain'} large />
      {sides.length > 0 && (
        <span className="flex flex-col text-[0.85rem] text-soft">
          {sides.map((side) => (
            <span key={side} className="flex gap-1.5">
              <Figure value={value[side]} /> {named(t, 'side', side)}
            </span>
          ))}
        </span>
      )}
      {groups.length > 0 && (
        <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
          {groups.map(([group, bounds]) => (
            <span key={group} className="flex gap-1.5">
              <Figure value={bounds} /> {named(t, 'group', group)}
            </span>
          ))}
        </span>
      )}
      {value.low !== null || value.high !== null ? (
        <span className="max-w-[16rem] text-[0.82rem] text-faint">
          <Words>{serverWords(incident.figures[metric]?.all.why ?? '')}</Words>
        </span>
      ) : (
        <span className="text-[0.82rem] text-faint">{t('figure.noNumber')}</span>
      )}
    </div>
  )
}
