import type { IncidentDetail, IncidentSummary } from '@sijil/core/contract/incident-detail.js'
import { Link } from '@tanstack/react-router'
import { Figure } from '../../components/figure.tsx'
import { Words } from '../../components/ltr.tsx'
import { PlaceLabel } from '../../components/place-label.tsx'
import { Section } from '../../components/section.tsx'
import { days, range } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

/** The roll-ups an incident stands under; for a roll-up, the sum of what it holds. */
export const Relatives = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  return (
    <>
      {incident.parts.length > 0 && (
        <Section title={t('rollup.parts')} note={t('rollup.note')}>
          <p className="num mt-0 mb-3 flex flex-wrap items-baseline gap-x-2 text-lg" dir="ltr">
            <strong className="text-killed">{range(incident.killed, t)}</strong>
            <span className="text-faint">⊇</span>
            {incident.parts.map((part, at) => (
              <span key={part.id}>
                {at > 0 && <span className="me-2 text-faint">+</span>}
                {range(part.killed, t)}
              </span>
            ))}
          </p>
          <Summaries list={incident.parts} />
        </Section>
      )}
      {incident.rollups.length > 0 && (
        <Section title={t('rollup.of')}>
          <Summaries list={incident.rollups} />
        </Section>
      )}
    </>
  )
}

const Summaries = ({ list }: { readonly list: readonly IncidentSummary[] }) => {
  const t = useT()
  return (
    <ul className="m-0 grid list-none gap-2 p-0 sm:grid-cols-2">
      {list.map((one) => (
        <li key={one.id}>
          <Link
            to="/incidents/$code"
            params={{ code: one.id }}
            className="flex items-center justify-between gap-3 rounded-md border border-line bg-raised px-3 py-2 text-ink no-underline hover:border-strong-line"
          >
            <span className="min-w-0">
              <PlaceLabel place={one.place} />
              <Words className="block text-[0.82rem] text-soft">{days(one.from, one.to, t)}</Words>
            </span>
            <Figure value={one.killed} tone="killed" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
